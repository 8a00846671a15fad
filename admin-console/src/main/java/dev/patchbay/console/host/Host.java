package dev.patchbay.console.host;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

/**
 * The one way from the console to the host. Reading is repeated when the host did not answer;
 * writing never is, since the first attempt may have arrived.
 */
@Singleton
public class Host {
  private final HttpClient http;
  private final URI base;
  private final BrowserTrail trail;

  @Inject
  public Host(
      @ConfigProperty(name = "patchbay.internal-url", defaultValue = "http://127.0.0.1:8080")
          String internalUrl,
      BrowserTrail trail) {
    this.trail = trail;
    base = URI.create(internalUrl + "/api/v1/");
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
  }

  /** Asks without changing anything. */
  @Retry(maxRetries = 2, delay = 150, jitter = 100, retryOn = HostUnreachable.class)
  @Timeout(value = 8, unit = ChronoUnit.SECONDS)
  public JsonNode read(Call call, Optional<String> token) {
    return exchange(call, token);
  }

  /** Changes something, once. */
  @Timeout(value = 25, unit = ChronoUnit.SECONDS)
  public JsonNode write(Call call, Optional<String> token) {
    return exchange(call, token);
  }

  private JsonNode exchange(Call call, Optional<String> token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.under(base))
            .timeout(Duration.ofSeconds(20))
            .header("Accept", "application/json, application/problem+json")
            .header("Content-Type", "application/json")
            .method(call.method(), call.content());
    trail.headers().forEach(request::header);
    call.key().ifPresent(key -> request.header("Idempotency-Key", key));
    token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return Answer.of(response.statusCode(), response.body()).content();
    } catch (IOException e) {
      throw new HostUnreachable(call, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HostUnreachable(call, e);
    }
  }
}
