package dev.patchbay.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The key that opens every stored credential. It is made once, for a database that does not exist
 * yet; for data that is there, only the key it was written with will do.
 */
final class MasterKey {
  private static final int BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final String MAKE = "(umask 077; openssl rand -base64 32 > %s)";

  private final Path file;
  private final boolean inEnvironment;
  private boolean made;

  MasterKey(Path file, Map<String, String> environment) {
    this.file = file;
    this.inEnvironment = !environment.getOrDefault("PATCHBAY_KEY", "").isBlank();
    if (inEnvironment) {
      require(environment.get("PATCHBAY_KEY"), "PATCHBAY_KEY");
    }
  }

  boolean isPresent() {
    return inEnvironment || Files.exists(file);
  }

  /** Refuses a key that is missing though data may be there, or that cannot be one. */
  void check(Database database, DataFolder folder) {
    if (!isPresent() && !database.isInDataFolder()) {
      throw new StartupProblem(
          "No master key at %s, and with PostgreSQL none is made; give --key-file or PATCHBAY_KEY. A first one: %s"
              .formatted(file, MAKE.formatted(file)));
    }
    if (!isPresent() && folder.holdsDatabase()) {
      throw new StartupProblem(
          "The database in %s was written with a master key, but %s is missing; bring the key back or give its place with --key-file."
              .formatted(folder.path(), file));
    }
    if (!inEnvironment && isPresent()) {
      require(read(), "Key file " + file);
    }
  }

  void createIfAbsent() {
    if (isPresent()) {
      return;
    }
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    write(Base64.getEncoder().encodeToString(key) + "\n");
  }

  /** Takes back a key that nothing was written with. */
  void abandon() {
    if (made) {
      DurableFile.remove(file);
    }
  }

  private void write(String line) {
    try {
      DurableFile.write(file, line.getBytes(StandardCharsets.US_ASCII), OWNER_ONLY);
      made = true;
    } catch (IOException e) {
      throw new StartupProblem(
          "Cannot create the key file %s (%s); choose another place with --key-file."
              .formatted(file, FileProblem.of(e)),
          e);
    }
  }

  private String read() {
    try {
      return Files.readString(file, StandardCharsets.US_ASCII);
    } catch (NoSuchFileException e) {
      throw new StartupProblem("Key file %s is gone.".formatted(file), e);
    } catch (IOException e) {
      throw new StartupProblem(
          "Cannot read the key file %s (%s).".formatted(file, FileProblem.of(e)), e);
    }
  }

  private static void require(String text, String place) {
    if (!isKey(text.strip())) {
      throw new StartupProblem(
          "%s holds no master key; one line is expected, base64 of %d bytes."
              .formatted(place, BYTES));
    }
  }

  private static boolean isKey(String text) {
    try {
      return Base64.getDecoder().decode(text).length == BYTES;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}
