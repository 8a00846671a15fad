package dev.patchbay.host.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.host.problem.StartupRefused;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The master key where the operator put it as text: in the environment or in a file. Beside it
 * there may be a new one, to rotate to; once the data is under that, either place will do for it.
 */
@Singleton
class GivenMasterKeys implements MasterKeySource {
  private static final String NEW = ".new";

  private final Optional<String> environmentText;
  private final Optional<String> file;
  private final Optional<String> newText;
  private final Optional<String> newFile;

  @Inject
  GivenMasterKeys(
      @ConfigProperty(name = "patchbay.key") Optional<String> environmentText,
      @ConfigProperty(name = "patchbay.key-file") Optional<String> file,
      @ConfigProperty(name = "patchbay.new-key") Optional<String> newText,
      @ConfigProperty(name = "patchbay.new-key-file") Optional<String> newFile) {
    this.environmentText = environmentText;
    this.file = file;
    this.newText = newText;
    this.newFile = newFile.or(() -> file.map(path -> path + NEW));
  }

  @Override
  public Optional<MasterKey> find() {
    return environmentText
        .map(text -> parse(text, "PATCHBAY_KEY"))
        .or(() -> file.flatMap(GivenMasterKeys::read));
  }

  @Override
  public Optional<MasterKey> findNew() {
    return newText
        .map(text -> parse(text, "PATCHBAY_NEW_KEY"))
        .or(() -> newFile.flatMap(GivenMasterKeys::read));
  }

  @Override
  public String description() {
    return file.map(path -> "the file " + path + " or PATCHBAY_KEY").orElse("PATCHBAY_KEY");
  }

  @Override
  public String newDescription() {
    return newFile
        .map(path -> "the file " + path + " or PATCHBAY_NEW_KEY")
        .orElse("PATCHBAY_NEW_KEY");
  }

  private static MasterKey parse(String text, String origin) {
    return LocalMasterKey.parse(text, origin);
  }

  private static Optional<MasterKey> read(String path) {
    try {
      return Optional.of(parse(Files.readString(Path.of(path), UTF_8), "the file " + path));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StartupRefused("The master key file " + path + " cannot be read: " + e, e);
    }
  }
}
