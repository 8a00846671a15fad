package dev.patchbay.host.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.host.oauth.Endpoints;
import dev.patchbay.host.oauth.OAuthError;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackTest {
  private static final List<String> ONE = List.of("x");
  private static final Endpoints ASKED =
      new Endpoints(
          URI.create("https://accounts.google.com/o/oauth2/v2/auth"),
          URI.create("https://oauth2.googleapis.com/token"),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty());

  @Test
  void should_read_a_code() {
    var callback = Callback.of(Map.of("state", ONE, "code", ONE, "scope", ONE)).orElseThrow();

    assertThat(callback.code()).isEqualTo("x");
    assertThat(callback.error()).isEmpty();
    assertThat(callback.toString()).doesNotContain("x");
  }

  @Test
  void should_read_an_error_with_its_words() {
    var callback =
        Callback.of(
                Map.of(
                    "state", ONE,
                    "error", List.of("access_denied"),
                    "error_description", List.of("no, thanks")))
            .orElseThrow();

    assertThat(callback.error()).contains(OAuthError.of("access_denied", "no, thanks"));
  }

  @Test
  void should_refuse_when_any_parameter_stands_there_twice() {
    var two = List.of("x", "x");

    assertThat(Callback.of(Map.of("state", two, "code", ONE))).isEmpty();
    assertThat(Callback.of(Map.of("state", ONE, "code", two))).isEmpty();
    assertThat(Callback.of(Map.of("state", ONE, "code", ONE, "iss", two))).isEmpty();
    assertThat(Callback.of(Map.of("state", ONE, "code", ONE, "anything", two))).isEmpty();
  }

  @Test
  void should_refuse_when_it_is_no_answer() {
    assertThat(Callback.of(Map.of())).isEmpty();
    assertThat(Callback.of(Map.of("code", ONE))).isEmpty();
    assertThat(Callback.of(Map.of("state", ONE))).isEmpty();
    assertThat(Callback.of(Map.of("state", List.of(""), "code", ONE))).isEmpty();
    assertThat(Callback.of(Map.of("state", ONE, "code", ONE, "error", ONE))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://accounts.google.com",
        "https://accounts.google.com/",
        "https://ACCOUNTS.google.com"
      })
  void should_accept_the_issuer_that_was_asked(String issuer) {
    Refusals.requireIssuer(withIssuer(issuer), ASKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.test",
        "https://accounts.google.com.evil.test",
        "http://accounts.google.com",
        "https://accounts.google.com@evil.test",
        "https://user@accounts.google.com",
        "https://accounts.google.com?x=y",
        "https://accounts.google.com#x",
        "accounts.google.com",
        "not a url",
        "https:"
      })
  void should_refuse_another_issuer(String issuer) {
    assertThatThrownBy(() -> Refusals.requireIssuer(withIssuer(issuer), ASKED))
        .isInstanceOf(ConnectFailure.class)
        .hasMessageContaining("accounts.google.com, which was asked");
  }

  private static Callback withIssuer(String issuer) {
    return new Callback("s", "c", Optional.empty(), Optional.of(issuer));
  }
}
