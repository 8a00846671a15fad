package dev.patchbay.host.security;

import dev.patchbay.host.json.Json;
import dev.patchbay.host.problem.RootCause;
import dev.patchbay.host.problem.StartupRefused;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands the first sign-in to the launcher, readable by nobody but the server's own account. */
@Singleton
class FirstSignInFile {
  static final String NAME = "first-sign-in.json";

  private final Path file;

  @Inject
  FirstSignInFile(@ConfigProperty(name = "patchbay.data") String dataFolder) {
    this.file = Path.of(dataFolder).resolve(NAME);
  }

  void write(FirstSignIn signIn) {
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Json.mapper().writeValue(file.toFile(), signIn);
    } catch (IOException e) {
      throw new StartupRefused("The file " + file + " cannot be written: " + RootCause.line(e), e);
    }
  }
}
