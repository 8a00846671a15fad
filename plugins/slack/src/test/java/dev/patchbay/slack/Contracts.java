package dev.patchbay.slack;

import static org.assertj.core.api.Assertions.fail;

import dev.patchbay.slack.web.SlackObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The official descriptions of Slack, which this project did not write and does not carry: found in
 * {@code -Dcontracts.dir}. Where they are absent, what would be checked against them is said to be
 * unchecked, or fails with {@code -Dcontracts.required=true}.
 */
public final class Contracts {

  private static final Path FOLDER =
      Path.of(System.getProperty("contracts.dir", "contracts")).normalize();

  private Contracts() {}

  /** The Web API as Swagger 2; empty if it is absent and may be. */
  public static Optional<SlackObject> webApi() {
    return read("slack_web_v2.json");
  }

  /** The Events API as AsyncAPI 1; empty if it is absent and may be. */
  public static Optional<SlackObject> events() {
    return read("slack_events_async_v1.json");
  }

  /** The schema of what wraps an event; empty if it is absent and may be. */
  public static Optional<SlackObject> eventWrapper() {
    return read("slack_event_wrapper.schema.json");
  }

  private static Optional<SlackObject> read(String name) {
    var file = FOLDER.resolve(name);
    if (!Files.isRegularFile(file)) {
      var message = "NOT CHECKED against Slack's official description: there is no " + file;
      if (Boolean.getBoolean("contracts.required")) {
        fail(message);
      }
      System.out.println(message);
      return Optional.empty();
    }
    try {
      return Optional.of(SlackObject.parse(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
