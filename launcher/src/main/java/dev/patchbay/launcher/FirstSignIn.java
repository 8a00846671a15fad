package dev.patchbay.launcher;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The first admin's one-time password and the first API key, which the host leaves in a file once.
 * The database only holds their hashes.
 */
final class FirstSignIn {
  private final Path file;
  private final JsonObject content;

  private FirstSignIn(Path file, JsonObject content) {
    this.file = file;
    this.content = content;
  }

  static Optional<FirstSignIn> in(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new FirstSignIn(file, JsonParser.object().from(Files.readString(file))));
    } catch (IOException | JsonParserException e) {
      throw new StartupProblem("Cannot read the first sign-in from " + file, e);
    }
  }

  Path file() {
    return file;
  }

  String username() {
    return content.getString("username");
  }

  String password() {
    return content.getString("password");
  }

  String clientId() {
    return content.getString("clientId");
  }

  String clientSecret() {
    return content.getString("clientSecret");
  }

  /** Once shown, the file goes. */
  void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + file, e);
    }
  }
}
