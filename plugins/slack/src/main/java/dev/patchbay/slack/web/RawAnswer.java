package dev.patchbay.slack.web;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An answer as it came, whatever it says. */
final class RawAnswer {

  private static final int LARGEST = 16 << 20;

  private final String method;
  private final int status;
  private final HttpHeaders headers;
  private final byte[] bytes;

  private RawAnswer(String method, int status, HttpHeaders headers, byte[] bytes) {
    this.method = method;
    this.status = status;
    this.headers = headers;
    this.bytes = bytes;
  }

  /**
   * Reads an answer to its end.
   *
   * @param method what was asked
   * @throws RateLimited if Slack wants to be left alone with this method
   * @throws Unavailable if it is broken or breaks off
   * @throws Rejected if it is larger than any answer should be
   */
  static RawAnswer read(String method, HttpResponse<InputStream> answer) {
    try (var body = answer.body()) {
      requireReachable(method, answer);
      var bytes = body.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new Rejected("Slack's answer is larger than %d MiB".formatted(LARGEST >> 20));
      }
      return new RawAnswer(method, answer.statusCode(), answer.headers(), bytes);
    } catch (IOException e) {
      throw new Unavailable("Slack's answer broke off: " + e.getMessage(), e);
    }
  }

  private static void requireReachable(String method, HttpResponse<?> answer) {
    var status = answer.statusCode();
    if (status == 429) {
      throw RateLimited.onlyFor(
          method,
          "Slack limits how often %s may be asked for (HTTP 429)".formatted(method),
          retryAfter(answer.headers()).orElse(null));
    }
    if (status >= 500 || status == 408) {
      throw new Unavailable("Slack is not available: HTTP %d for %s".formatted(status, method));
    }
  }

  int status() {
    return status;
  }

  /**
   * The object of the Web API that it holds.
   *
   * @throws IntegrationException if something else answered
   */
  SlackObject body() {
    try {
      var body = SlackObject.parse(bytes);
      if (body.json().get("ok") instanceof Boolean) {
        return body;
      }
    } catch (IOException e) {
      throw incomprehensible(e);
    }
    throw incomprehensible(null);
  }

  private IntegrationException incomprehensible(Exception cause) {
    var words = "Something other than Slack's API answered (HTTP %d)".formatted(status);
    if (status == 401) {
      return new ReauthorizationNeeded(words);
    }
    return status >= 400 ? new Rejected(words, cause) : new Unavailable(words, cause);
  }

  /** The answer says no. */
  Refusal refusal(SlackObject body) {
    return new Refusal(method, status, body, retryAfter(headers));
  }

  /** What the token may do, as far as Slack tells. */
  Set<String> scopes() {
    return headers.firstValue("x-oauth-scopes").stream()
        .flatMap(text -> Arrays.stream(text.split("[\\s,]+")))
        .filter(scope -> !scope.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<Duration> retryAfter(HttpHeaders headers) {
    return headers
        .firstValue("Retry-After")
        .map(String::strip)
        .filter(text -> text.matches("\\d{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }
}
