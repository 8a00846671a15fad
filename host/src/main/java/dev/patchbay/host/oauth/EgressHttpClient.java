package dev.patchbay.host.oauth;

import com.github.scribejava.core.httpclient.HttpClient;
import com.github.scribejava.core.httpclient.multipart.MultipartPayload;
import com.github.scribejava.core.model.OAuthAsyncRequestCallback;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.OAuthRequest.ResponseConverter;
import com.github.scribejava.core.model.Response;
import com.github.scribejava.core.model.Verb;
import dev.patchbay.api.egress.Egress;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.Unavailable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;

/**
 * Sends ScribeJava's requests the one way out, so that tokens meet the same checks as everything
 * else. Only the small blocking requests of OAuth exist here.
 */
final class EgressHttpClient implements HttpClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int LARGEST_ANSWER = 256 * 1024;

  private final Egress egress;

  EgressHttpClient(Egress egress) {
    this.egress = egress;
  }

  @Override
  public Response execute(
      String userAgent, Map<String, String> headers, Verb verb, String url, byte[] body) {
    var answer = egress.send(request(headers, verb, url, body));
    try (InputStream stream = answer.body()) {
      requireHealthy(answer);
      return new Response(answer.statusCode(), "", firstValues(answer), text(stream));
    } catch (IOException e) {
      throw new Unavailable("The answer of " + answer.request().uri().getHost() + " broke off", e);
    }
  }

  Response post(OAuthRequest form) {
    return execute(
        "", form.getHeaders(), Verb.POST, form.getCompleteUrl(), form.getByteArrayPayload());
  }

  Response get(String url) {
    return execute("", Map.of(), Verb.GET, url, new byte[0]);
  }

  @Override
  public Response execute(
      String userAgent, Map<String, String> headers, Verb verb, String url, String body) {
    return execute(userAgent, headers, verb, url, body.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpRequest request(
      Map<String, String> headers, Verb verb, String url, byte[] body) {
    var request = HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT);
    headers.forEach(request::setHeader);
    request.setHeader("Accept", "application/json");
    if (body == null || body.length == 0) {
      return request.method(verb.name(), BodyPublishers.noBody()).build();
    }
    if (!headers.containsKey(CONTENT_TYPE)) {
      request.setHeader(CONTENT_TYPE, DEFAULT_CONTENT_TYPE);
    }
    return request.method(verb.name(), BodyPublishers.ofByteArray(body)).build();
  }

  private static void requireHealthy(HttpResponse<?> answer) {
    var host = answer.request().uri().getHost();
    if (answer.statusCode() == 429) {
      throw new RateLimited(host + " asks to slow down", retryAfter(answer));
    }
    if (answer.statusCode() >= 500) {
      throw new Unavailable(host + " answered with status " + answer.statusCode());
    }
  }

  private static Duration retryAfter(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(null);
  }

  private static Map<String, String> firstValues(HttpResponse<?> answer) {
    var headers = new HashMap<String, String>();
    answer.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
    return headers;
  }

  private static String text(InputStream stream) throws IOException {
    var bytes = stream.readNBytes(LARGEST_ANSWER + 1);
    if (bytes.length > LARGEST_ANSWER) {
      throw new Unavailable("The token answer is larger than " + LARGEST_ANSWER + " bytes");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public Response execute(
      String userAgent, Map<String, String> headers, Verb verb, String url, MultipartPayload body) {
    throw unused();
  }

  @Override
  public Response execute(
      String userAgent, Map<String, String> headers, Verb verb, String url, File body) {
    throw unused();
  }

  @Override
  public <T> Future<T> executeAsync(
      String userAgent,
      Map<String, String> headers,
      Verb verb,
      String url,
      byte[] body,
      OAuthAsyncRequestCallback<T> callback,
      ResponseConverter<T> converter) {
    throw unused();
  }

  @Override
  public <T> Future<T> executeAsync(
      String userAgent,
      Map<String, String> headers,
      Verb verb,
      String url,
      MultipartPayload body,
      OAuthAsyncRequestCallback<T> callback,
      ResponseConverter<T> converter) {
    throw unused();
  }

  @Override
  public <T> Future<T> executeAsync(
      String userAgent,
      Map<String, String> headers,
      Verb verb,
      String url,
      String body,
      OAuthAsyncRequestCallback<T> callback,
      ResponseConverter<T> converter) {
    throw unused();
  }

  @Override
  public <T> Future<T> executeAsync(
      String userAgent,
      Map<String, String> headers,
      Verb verb,
      String url,
      File body,
      OAuthAsyncRequestCallback<T> callback,
      ResponseConverter<T> converter) {
    throw unused();
  }

  private static UnsupportedOperationException unused() {
    return new UnsupportedOperationException("OAuth requests are small forms and are awaited");
  }

  /** The egress belongs to the server and stays open. */
  @Override
  public void close() {}
}
