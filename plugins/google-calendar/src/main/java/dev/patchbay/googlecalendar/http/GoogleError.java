package dev.patchbay.googlecalendar.http;

import com.google.api.client.http.HttpResponse;
import dev.patchbay.googlecalendar.json.Json;
import dev.patchbay.googlecalendar.json.Node;
import java.io.IOException;

/**
 * What Google says when it refuses: the API's error object, the flat one of the OAuth endpoints
 * (RFC 6750, section 3), or nothing that could be understood, such as a proxy's page.
 *
 * @param status the HTTP status
 * @param message Google's own words; empty text if there are none
 * @param reason Google's code of the first error; empty text if there is none
 * @param location the parameter at fault; empty text if none is named
 */
record GoogleError(int status, String message, String reason, String location) {

  private static final int LARGEST_BODY = 64 << 10;

  static GoogleError of(HttpResponse response) {
    var body = body(response);
    var status = response.getStatusCode();
    return body.object("error")
        .map(error -> ofApi(status, error))
        .orElseGet(
            () ->
                new GoogleError(status, text(body, "error_description"), text(body, "error"), ""));
  }

  private static GoogleError ofApi(int status, Node error) {
    var first = error.objects("errors").stream().findFirst().orElseGet(Node::empty);
    return new GoogleError(
        status, text(error, "message"), text(first, "reason"), text(first, "location"));
  }

  /** The words for admin and CRM, with the status and Google's code behind them. */
  String words() {
    var code = reason.isEmpty() ? "HTTP " + status : "HTTP " + status + ", " + reason;
    return (message.isEmpty() ? "Google gave no reason" : message) + " (" + code + ")";
  }

  private static Node body(HttpResponse response) {
    try (var content = response.getContent()) {
      var bytes = content == null ? new byte[0] : content.readNBytes(LARGEST_BODY);
      return new Node(Json.object(bytes, 0, bytes.length));
    } catch (IOException e) {
      return Node.empty();
    }
  }

  private static String text(Node node, String name) {
    return node.text(name).orElse("");
  }
}
