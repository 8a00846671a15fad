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

/** Finds the master key where the operator put it: in the environment or in a file. */
@Singleton
class MasterKeySource {
  private final Optional<String> environmentText;
  private final Optional<String> file;

  @Inject
  MasterKeySource(
      @ConfigProperty(name = "patchbay.key") Optional<String> environmentText,
      @ConfigProperty(name = "patchbay.key-file") Optional<String> file) {
    this.environmentText = environmentText;
    this.file = file;
  }

  /** Returns the key, or nothing where none was given or the file is not there. */
  Optional<MasterKey> find() {
    return environmentText
        .map(text -> MasterKey.parse(text, "PATCHBAY_KEY"))
        .or(() -> file.flatMap(MasterKeySource::read));
  }

  /** Names the place where a key was looked for. */
  String description() {
    return file.map(path -> "the file " + path + " or PATCHBAY_KEY").orElse("PATCHBAY_KEY");
  }

  private static Optional<MasterKey> read(String path) {
    try {
      return Optional.of(
          MasterKey.parse(Files.readString(Path.of(path), UTF_8), "the file " + path));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StartupRefused("The master key file " + path + " cannot be read: " + e, e);
    }
  }
}
