package dev.patchbay.googlecalendar;

import static org.assertj.core.api.Assertions.fail;

import dev.patchbay.googlecalendar.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The official description of the Calendar API, which this project did not write and does not
 * carry: found in {@code -Dcontracts.dir}. Where it is absent, what would be checked against it is
 * said to be unchecked, or fails with {@code -Dcontracts.required=true}.
 */
public final class Contracts {

  private static final Path FILE =
      Path.of(System.getProperty("contracts.dir", "contracts"))
          .resolve("google_calendar-v3.discovery.json")
          .normalize();

  private Contracts() {}

  /** The discovery document; empty if it is absent and may be. */
  public static Optional<Map<String, Object>> calendar() {
    if (!Files.isRegularFile(FILE)) {
      var message = "NOT CHECKED against Google's official description: there is no " + FILE;
      if (Boolean.getBoolean("contracts.required")) {
        fail(message);
      }
      System.out.println(message);
      return Optional.empty();
    }
    try {
      return Optional.of(Json.object(Files.readAllBytes(FILE)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
