package dev.patchbay.host.openid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.api.egress.Egress;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.host.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Fetches what an issuer publishes, the one way out; a document that has no end is none. */
final class PublishedDocument {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int LARGEST = 256 * 1024;

  private PublishedDocument() {}

  /**
   * @throws Unavailable if it is not there, or no JSON object
   */
  static JsonNode fetch(URI address, Egress egress) {
    var request = HttpRequest.newBuilder(address).timeout(TIMEOUT);
    var answer = egress.send(request.header("Accept", "application/json").GET().build());
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
