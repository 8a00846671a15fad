package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** The browser of a person who opened the link of a connect session and fills in its form. */
final class FormBrowser {
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final URI server;
  private final URI form;

  private FormBrowser(URI server, String connectUrl) {
    this.server = server;
    URI link = URI.create(connectUrl);
    HttpResponse<String> opened = send(HttpRequest.newBuilder(link).build());
    assertThat(opened.statusCode()).as(opened.body()).isEqualTo(303);
    URI page = link.resolve(opened.headers().firstValue("Location").orElseThrow());
    this.form = server.resolve("/api/connect-forms/" + page.getFragment());
  }

  static FormBrowser open(URI server, String connectUrl) {
    return new FormBrowser(server, connectUrl);
  }

  /** What the page shows. */
  JsonNode shown() {
    return RestClient.parse(send(HttpRequest.newBuilder(form).build()).body());
  }

  /** Sends what was typed in; what comes back names the page that ends it, or what is wrong. */
  JsonNode send(Map<String, Object> typed) {
    return RestClient.parse(
        send(HttpRequest.newBuilder(form)
                .header("Content-Type", "application/json")
                .header("Origin", server.toString())
                .POST(BodyPublishers.ofString(RestClient.write(typed)))
                .build())
            .body());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
