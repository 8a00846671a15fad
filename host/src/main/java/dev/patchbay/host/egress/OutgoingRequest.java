package dev.patchbay.host.egress;

import dev.patchbay.api.error.Rejected;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * The JDK's request as the client sends it. The JDK checks its own requests, but a plugin can hand
 * over a subclass, so method and headers are checked here again.
 */
final class OutgoingRequest {

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\x80-\\xff\\t]*");
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "REPORT", "PROPFIND");
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "te",
          "trailer",
          "upgrade",
          "expect",
          "keep-alive",
          "proxy-connection",
          "proxy-authorization");

  private OutgoingRequest() {}

  static HttpUriRequestBase of(HttpRequest request, URI actual, EgressLimits limits) {
    if (!isOrdinary(request.method())) {
      throw new Rejected(
          "Requests with the method " + printable(request.method()) + " are not sent");
    }
    var outgoing = new HttpUriRequestBase(request.method(), actual);
    request.headers().map().forEach((name, values) -> values.forEach(v -> add(outgoing, name, v)));
    request
        .bodyPublisher()
        .map(publisher -> CollectedBody.of(publisher, limits.requestBytes(), limits.head()))
        .filter(body -> body.length > 0 || request.method().startsWith("P"))
        .ifPresent(body -> outgoing.setEntity(new ByteArrayEntity(body, null)));
    return outgoing;
  }

  static boolean isOrdinary(String method) {
    return METHODS.contains(method);
  }

  private static void add(HttpUriRequestBase outgoing, String name, String value) {
    if (!TOKEN.matcher(name).matches() || !VALUE.matcher(value).matches()) {
      throw new Rejected("The header " + printable(name) + " holds characters that are not sent");
    }
    if (OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
      throw new Rejected("The header " + name + " belongs to the host and cannot be set");
    }
    outgoing.addHeader(name, value);
  }

  private static String printable(String text) {
    return text.replaceAll("[^\\x21-\\x7e]", "?");
  }
}
