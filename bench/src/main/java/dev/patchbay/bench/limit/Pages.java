package dev.patchbay.bench.limit;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Fetches pages as barely as the product's HTTP client can. */
final class Pages {
  private final CloseableHttpClient http =
      HttpClients.custom()
          .disableContentCompression()
          .disableCookieManagement()
          .disableAutomaticRetries()
          .build();
  private final URI events;

  Pages(URI events) {
    this.events = events;
  }

  /** A page of everything, or of what changed since a token. */
  byte[] fetch(Optional<String> syncToken, Optional<String> pageToken) throws IOException {
    String query =
        "?maxResults=2500"
            + syncToken.map(token -> "&syncToken=" + token).orElse("")
            + pageToken.map(token -> "&pageToken=" + token).orElse("");
    return http.execute(
        new HttpGet(events + query), answer -> EntityUtils.toByteArray(answer.getEntity()));
  }
}
