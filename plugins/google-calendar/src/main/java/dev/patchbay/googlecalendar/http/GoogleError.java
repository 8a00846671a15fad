package dev.patchbay.googlecalendar.http;

import com.google.api.client.http.HttpResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

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
    if (body.get("error") instanceof Map<?, ?> error) {
      var first = first(error.get("errors"));
      return new GoogleError(
          status,
          text(error.get("message")),
          text(first.get("reason")),
          text(first.get("location")));
    }
    return new GoogleError(
        status, text(body.get("error_description")), text(body.get("error")), "");
  }

  /** The words for admin and CRM, with the status and Google's code behind them. */
  String words() {
    var code = reason.isEmpty() ? "HTTP " + status : "HTTP " + status + ", " + reason;
    return (message.isEmpty() ? "Google gave no reason" : message) + " (" + code + ")";
  }

  private static Map<String, Object> body(HttpResponse response) {
    try (var content = response.getContent()) {
      var bytes = content == null ? new byte[0] : content.readNBytes(LARGEST_BODY);
      return Json.object(bytes, 0, bytes.length);
    } catch (IOException e) {
      return Map.of();
    }
  }

  private static Map<?, ?> first(Object errors) {
    return errors instanceof List<?> list
            && !list.isEmpty()
            && list.get(0) instanceof Map<?, ?> first
        ? first
        : Map.of();
  }

  private static String text(Object value) {
    return value instanceof String text ? text : "";
  }
}
