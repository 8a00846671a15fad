package dev.patchbay.googlecalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.error.CursorExpired;
import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.error.VersionConflict;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

  private static final String SECRET = "ya29.secret-token";

  @AutoClose private final ScriptedGoogle google = ScriptedGoogle.start();

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of(400, "badRequest", Rejected.class),
        Arguments.of(401, "authError", ReauthorizationNeeded.class),
        Arguments.of(403, "rateLimitExceeded", RateLimited.class),
        Arguments.of(403, "userRateLimitExceeded", RateLimited.class),
        Arguments.of(403, "quotaExceeded", RateLimited.class),
        Arguments.of(403, "forbiddenForNonOrganizer", Rejected.class),
        Arguments.of(403, "accessNotConfigured", Rejected.class),
        Arguments.of(403, "insufficientPermissions", ReauthorizationNeeded.class),
        Arguments.of(404, "notFound", Rejected.class),
        Arguments.of(408, "timeout", Unavailable.class),
        Arguments.of(409, "duplicate", Rejected.class),
        Arguments.of(410, "fullSyncRequired", CursorExpired.class),
        Arguments.of(412, "conditionNotMet", VersionConflict.class),
        Arguments.of(429, "rateLimitExceeded", RateLimited.class),
        Arguments.of(500, "backendError", Unavailable.class),
        Arguments.of(503, "backendError", Unavailable.class));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void should_pass_on_googles_words_in_the_right_category(
      int status, String reason, Class<? extends IntegrationException> category) {
    google.then(
        status,
        """
        {"error":{"code":%d,"message":"Google's own words.",
         "errors":[{"domain":"global","reason":"%s","message":"x"}]}}"""
            .formatted(status, reason));

    assertThatThrownBy(this::read)
        .isInstanceOf(category)
        .hasMessage("Google's own words. (HTTP %d, %s)", status, reason);
    assertThat(google.asked()).as("nothing is repeated").hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>Bad gateway</html>",
        "[]",
        "{\"error\":",
        "{\"error\":{\"errors\":[]}}"
      })
  void should_go_by_the_status_when_there_are_no_words(String body) {
    google.then(502, body).then(403, body).then(401, body);

    assertThatThrownBy(this::read).isInstanceOf(Unavailable.class).hasMessageContaining("HTTP 502");
    assertThatThrownBy(this::read).isInstanceOf(Rejected.class);
    assertThatThrownBy(this::read).isInstanceOf(ReauthorizationNeeded.class);
  }

  @ParameterizedTest
  @CsvSource({
    "3,PT3S",
    "'Mon, 23 Nov 2026 08:02:00 GMT',PT2M",
    "'Mon, 23 Nov 2026 07:00:00 GMT',PT0S",
    "soon,",
    "-1,"
  })
  void should_wait_as_long_as_google_asks(String header, Duration wait) {
    google
        .then(429, "{}", Map.of("Retry-After", header))
        .then(
            403,
            "{\"error\":{\"errors\":[{\"reason\":\"userRateLimitExceeded\"}]}}",
            Map.of("Retry-After", header));

    for (var i = 0; i < 2; i++) {
      assertThatThrownBy(this::read)
          .isInstanceOfSatisfying(
              RateLimited.class,
              limited -> assertThat(limited.retryAfter()).isEqualTo(Optional.ofNullable(wait)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "<!doctype html><title>Hotel</title>",
        "{\"kind\":\"calendar#calendarList\",\"items\":[]}",
        "{\"kind\":\"calendar#events\",\"items\":[{\"id\":\"a\"",
        "{\"kind\":\"calendar#events\",\"items\":[{\"id\":\"a\"}]",
        "{\"kind\":\"calendar#events\",\"items\":{}}",
        "{\"kind\":\"calendar#events\",\"items\":[7]}",
        "{\"kind\":\"calendar#events\",\"items\":[]}{}",
        "{\"items\":[],\"nextSyncToken\":\"s\"}"
      })
  void should_be_unavailable_when_the_answer_is_no_page_of_events(String body) {
    google.then(200, body);

    assertThatThrownBy(this::read).isInstanceOf(Unavailable.class);
  }

  @Test
  void should_be_unavailable_when_the_answer_breaks_off() {
    google.then(
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write("{\"kind\":".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          throw new IOException("hang up");
        });

    assertThatThrownBy(this::read).isInstanceOf(Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void should_not_follow_a_redirect(int status) {
    google.then(status, "", Map.of("Location", "https://www.googleapis.com/elsewhere"));

    assertThatThrownBy(this::read).isInstanceOf(Unavailable.class);
    assertThat(google.asked()).hasSize(1);
  }

  @Test
  void should_understand_the_userinfo_endpoint_when_it_refuses_the_token() {
    google.then(
        401, "{\"error\":\"invalid_request\",\"error_description\":\"Invalid Credentials\"}");

    assertThatThrownBy(() -> google.client().check())
        .isInstanceOf(ReauthorizationNeeded.class)
        .hasMessage("Invalid Credentials (HTTP 401, invalid_request)");
  }

  @Test
  void should_be_unavailable_when_userinfo_names_nobody() {
    google.then(200, "{\"email\":\"a@x.org\"}");

    assertThatThrownBy(() -> google.client().check()).isInstanceOf(Unavailable.class);
  }

  @Test
  void should_know_the_account_by_its_id_and_show_its_address() {
    google.then(200, "{\"sub\":\"1234\",\"email\":\"a@x.org\"}");

    var account = google.client().check();

    assertThat(account.id()).isEqualTo("1234");
    assertThat(account.displayName()).isEqualTo("a@x.org");
    assertThat(google.asked().get(0).path()).isEqualTo("/openidconnect.googleapis.com/v1/userinfo");
    assertThat(google.asked().get(0).authorization()).isEqualTo("Bearer token-1");
  }

  @Test
  void should_pass_on_that_the_grant_is_dead() {
    var client =
        google.client(
            () -> {
              throw new ReauthorizationNeeded("The grant was revoked");
            });

    assertThatThrownBy(client::check)
        .isInstanceOf(ReauthorizationNeeded.class)
        .hasMessage("The grant was revoked");
    assertThat(google.asked()).isEmpty();
  }

  @Test
  void should_show_the_token_in_no_failure() {
    google.then(401, "{}").then(500, "{}").then(200, "garbage");
    var client = google.client(() -> Auth.token(Secret.of(SECRET)));

    for (var i = 0; i < 3; i++) {
      assertThatThrownBy(() -> client.sources().get(0).read(new CollectionId("c"), Cursor.start()))
          .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain(SECRET));
    }
    assertThat(google.asked()).allMatch(asked -> asked.authorization().contains(SECRET));
  }

  private void read() {
    google.client().sources().get(0).read(new CollectionId("c"), Cursor.start());
  }

  private static String stackTrace(Throwable failure) {
    var text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
