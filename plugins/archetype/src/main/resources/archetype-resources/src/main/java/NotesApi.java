package ${package};

import com.fasterxml.jackson.jr.ob.JSON;
import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.error.CursorExpired;
import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Asks the service, and turns whatever it answers into a value or one of the six failures. It never
 * waits and never repeats: that is the server's part.
 */
final class NotesApi {

  static final String HOST = "api.notes.example";

  private final ConnectionContext context;

  NotesApi(ConnectionContext context) {
    this.context = context;
  }

  Map<String, Object> get(String path) {
    var request =
        HttpRequest.newBuilder(URI.create("https://" + HOST + path))
            .header("Authorization", "Bearer " + context.auth().token().reveal())
            .build();
    var answer = context.http().send(request);
    var json = json(answer);
    var words = json.get("error");
    if (answer.statusCode() != 200) {
      throw failure(answer, "HTTP " + answer.statusCode() + ": " + words);
    }
    if (words != null) {
      throw new Rejected("The notes service refuses: " + words);
    }
    return json;
  }

  /** A text that the service always gives. */
  static String text(Map<String, Object> json, String property) {
    if (json.get(property) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new Unavailable("The answer of the notes service has no \"" + property + "\"");
  }

  /** A list of objects that the service always gives. */
  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> list(Map<String, Object> json, String property) {
    if (json.get(property) instanceof List<?> list) {
      return (List<Map<String, Object>>) list;
    }
    throw new Unavailable("The answer of the notes service has no \"" + property + "\"");
  }

  private static Map<String, Object> json(HttpResponse<InputStream> answer) {
    try (var body = answer.body()) {
      return JSON.std.mapFrom(body.readAllBytes());
    } catch (IOException e) {
      throw new Unavailable("What answers is not the notes service: HTTP " + answer.statusCode(), e);
    }
  }

  private static IntegrationException failure(HttpResponse<?> answer, String words) {
    return switch (answer.statusCode()) {
      case 401 -> new ReauthorizationNeeded(words);
      case 410 -> new CursorExpired(words);
      case 429 -> new RateLimited(words, wait(answer));
      default -> answer.statusCode() < 500 ? new Rejected(words) : new Unavailable(words);
    };
  }

  private static Duration wait(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("[0-9]{1,6}"))
        .map(Long::valueOf)
        .map(Duration::ofSeconds)
        .orElse(null);
  }
}
