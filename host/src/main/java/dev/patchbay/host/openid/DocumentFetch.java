package dev.patchbay.host.openid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.host.egress.EgressGate;
import dev.patchbay.host.egress.Sender;
import dev.patchbay.host.json.Json;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

/**
 * Fetches what an issuer publishes, the one way out; a document that has no end is none. It gives
 * up soon, since somebody waits for it. It has no breaker: that would be one for all addresses.
 */
@Singleton
public class DocumentFetch {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final int LARGEST = 256 * 1024;

  private final EgressGate gate;

  @Inject
  public DocumentFetch(EgressGate gate) {
    this.gate = gate;
  }

  /**
   * @throws Unavailable if it is not there, or no JSON object
   */
  @Retry(maxRetries = 2, delay = 200, jitter = 100, retryOn = Unavailable.class)
  @Timeout(value = 5, unit = ChronoUnit.SECONDS)
  JsonNode at(URI address, Sender sender) {
    var request = HttpRequest.newBuilder(address).timeout(TIMEOUT);
    var answer = gate.http(sender).send(request.header("Accept", "application/json").build());
    try (var body = answer.body()) {
      return parse(address, read(address, answer, body));
    } catch (IOException e) {
      throw new Unavailable("The answer of " + address.getHost() + " broke off", e);
    }
  }

  private static byte[] read(URI address, HttpResponse<?> answer, InputStream body)
      throws IOException {
    if (answer.statusCode() != 200) {
      throw new Unavailable(address + " answered with status " + answer.statusCode());
    }
    var bytes = body.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new Unavailable(address + " is larger than " + LARGEST + " bytes");
    }
    return bytes;
  }

  private static JsonNode parse(URI address, byte[] bytes) throws IOException {
    try {
      var document = Json.mapper().readTree(bytes);
      if (document != null && document.isObject()) {
        return document;
      }
    } catch (JsonProcessingException e) {
      throw new Unavailable(address + " is not JSON");
    }
    throw new Unavailable(address + " is not a JSON object");
  }
}
