package dev.patchbay.googlecalendar.http;

import com.google.api.client.http.LowLevelHttpRequest;
import dev.patchbay.api.egress.Egress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/**
 * One request of Google's client library as the JDK's. A body is held in memory, since what is
 * written to a calendar is one event.
 */
final class EgressRequest extends LowLevelHttpRequest {

  private final Egress egress;
  private final String method;
  private final HttpRequest.Builder request;

  EgressRequest(Egress egress, String method, String url) {
    this.egress = egress;
    this.method = method;
    this.request = HttpRequest.newBuilder(URI.create(url));
  }

  @Override
  public void addHeader(String name, String value) {
    request.header(name, value);
  }

  @Override
  public void setTimeout(int connectMillis, int readMillis) {
    if (connectMillis > 0 && readMillis > 0) {
      request.timeout(Duration.ofMillis((long) connectMillis + readMillis));
    }
  }

  @Override
  public EgressResponse execute() throws IOException {
    return new EgressResponse(egress.send(request.method(method, body()).build()));
  }

  private BodyPublisher body() throws IOException {
    if (getStreamingContent() == null) {
      return BodyPublishers.noBody();
    }
    if (getContentType() != null) {
      request.header("Content-Type", getContentType());
    }
    if (getContentEncoding() != null) {
      request.header("Content-Encoding", getContentEncoding());
    }
    var bytes = new ByteArrayOutputStream();
    getStreamingContent().writeTo(bytes);
    return BodyPublishers.ofByteArray(bytes.toByteArray());
  }
}
