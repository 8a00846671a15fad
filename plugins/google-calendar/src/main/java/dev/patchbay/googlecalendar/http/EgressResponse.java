package dev.patchbay.googlecalendar.http;

import com.google.api.client.http.LowLevelHttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** One answer of the JDK's as Google's client library reads it; the body is passed on unread. */
final class EgressResponse extends LowLevelHttpResponse {

  private final HttpResponse<InputStream> response;
  private final List<Map.Entry<String, String>> headers;

  EgressResponse(HttpResponse<InputStream> response) {
    this.response = response;
    this.headers =
        response.headers().map().entrySet().stream()
            .flatMap(header -> header.getValue().stream().map(v -> Map.entry(header.getKey(), v)))
            .toList();
  }

  @Override
  public InputStream getContent() {
    return response.body();
  }

  @Override
  public String getContentEncoding() {
    return header("Content-Encoding");
  }

  @Override
  public long getContentLength() {
    return response.headers().firstValueAsLong("Content-Length").orElse(-1);
  }

  @Override
  public String getContentType() {
    return header("Content-Type");
  }

  @Override
  public String getStatusLine() {
    return "HTTP " + response.statusCode();
  }

  @Override
  public int getStatusCode() {
    return response.statusCode();
  }

  @Override
  public String getReasonPhrase() {
    return null;
  }

  @Override
  public int getHeaderCount() {
    return headers.size();
  }

  @Override
  public String getHeaderName(int index) {
    return headers.get(index).getKey();
  }

  @Override
  public String getHeaderValue(int index) {
    return headers.get(index).getValue();
  }

  @Override
  public void disconnect() throws IOException {
    response.body().close();
  }

  private String header(String name) {
    return response.headers().firstValue(name).orElse(null);
  }
}
