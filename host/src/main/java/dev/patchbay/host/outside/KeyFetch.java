package dev.patchbay.host.outside;

import com.nimbusds.jose.jwk.JWKSet;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.host.egress.EgressGate;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** Fetches an issuer's keys by the one way out; gives up soon, since somebody waits for a token. */
@Singleton
public class KeyFetch {
  private static final int LARGEST = 256 * 1024;

  private final EgressGate gate;

  @Inject
  public KeyFetch(EgressGate gate) {
    this.gate = gate;
  }

  /**
   * @throws Unavailable if they are not there or cannot be read
   */
  @Retry(maxRetries = 2, delay = 200, jitter = 100, retryOn = Unavailable.class)
  @Timeout(value = 5, unit = ChronoUnit.SECONDS)
  @CircuitBreaker(requestVolumeThreshold = 6, delay = 30, delayUnit = ChronoUnit.SECONDS)
  JWKSet of(Issuer issuer) {
    HttpRequest request =
        HttpRequest.newBuilder(issuer.keys())
            .timeout(Duration.ofSeconds(3))
            .header("Accept", "application/json")
            .build();
    HttpResponse<InputStream> answer = gate.http(issuer.sender()).send(request);
    try (InputStream body = answer.body()) {
      byte[] bytes = body.readNBytes(LARGEST);
      if (answer.statusCode() != 200) {
        throw new Unavailable(issuer.keys() + " answered with status " + answer.statusCode());
      }
      return JWKSet.parse(new String(bytes, StandardCharsets.UTF_8)).toPublicJWKSet();
    } catch (IOException | ParseException e) {
      throw new Unavailable(issuer.keys() + " holds no keys that can be read", e);
    }
  }
}
