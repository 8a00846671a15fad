package dev.patchbay.googlecalendar.http;

import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpUnsuccessfulResponseHandler;
import dev.patchbay.api.error.CursorExpired;
import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.error.VersionConflict;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;

/**
 * Turns what Google refuses into one of the six categories, with Google's own words. The reasons
 * are those of Google's guide "Handle API errors" for Calendar.
 */
final class Failures implements HttpUnsuccessfulResponseHandler {

  private static final Set<String> SLOW_DOWN =
      Set.of("rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded", "dailyLimitExceeded");
  private static final Set<String> CONSENT_LACKS = Set.of("insufficientPermissions", "authError");
  private static final Set<String> TOKENS = Set.of("pageToken", "syncToken");

  private final Clock clock;

  Failures(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean handleResponse(HttpRequest request, HttpResponse response, boolean retry)
      throws IOException {
    throw failure(response, GoogleError.of(response));
  }

  private IntegrationException failure(HttpResponse response, GoogleError error) {
    var words = error.words();
    return switch (response.getStatusCode()) {
      case 401 -> new ReauthorizationNeeded(words);
      case 403 -> forbidden(response, error);
      case 408 -> new Unavailable(words);
      case 410 -> new CursorExpired(words);
      case 412 -> new VersionConflict(words);
      case 429 -> limited(response, words);
      case 400 -> TOKENS.contains(error.location()) ? new CursorExpired(words) : rejected(words);
      default -> isClientError(response) ? rejected(words) : new Unavailable(words);
    };
  }

  private IntegrationException forbidden(HttpResponse response, GoogleError error) {
    if (SLOW_DOWN.contains(error.reason())) {
      return limited(response, error.words());
    }
    return CONSENT_LACKS.contains(error.reason())
        ? new ReauthorizationNeeded(error.words())
        : rejected(error.words());
  }

  private RateLimited limited(HttpResponse response, String words) {
    var wait = RetryAfter.parse(response.getHeaders().getRetryAfter(), clock.instant());
    return new RateLimited(words, wait.orElse(null));
  }

  private static Rejected rejected(String words) {
    return new Rejected(words);
  }

  private static boolean isClientError(HttpResponse response) {
    return response.getStatusCode() >= 400 && response.getStatusCode() < 500;
  }
}
