package dev.patchbay.host.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.scribejava.apis.GoogleApi20;
import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.pkce.PKCE;
import com.github.scribejava.core.pkce.PKCEService;
import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.egress.Sender;
import dev.patchbay.host.fixture.AuthorizationServer;
import dev.patchbay.host.fixture.AuthorizationServer.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OAuthClientTest {
  private static final String REDIRECT = "https://patchbay.test/api/oauth/callback";

  @AutoClose private final AuthorizationServer server = new AuthorizationServer();

  @Test
  void should_ask_as_the_ready_made_google_client_does() {
    var google =
        OAuth2.builder(
                "https://accounts.google.com/o/oauth2/v2/auth",
                "https://oauth2.googleapis.com/token")
            .authorizeParameter("access_type", "offline")
            .build();
    var pkce = PKCEService.defaultInstance().generatePKCE();
    var readyMade =
        new ServiceBuilder("client-1")
            .apiSecret("x")
            .callback(REDIRECT)
            .build(GoogleApi20.instance())
            .createAuthorizationUrlBuilder()
            .state("s1")
            .scope("a b")
            .additionalParams(Map.of("access_type", "offline"))
            .pkce(pkce)
            .build();

    var ours = client(google).consentAddress(texts(Optional.of(pkce)), Set.of("b", "a"));

    assertThat(query(ours)).isEqualTo(query(URI.create(readyMade)));
    assertThat(ours.toString()).startsWith("https://accounts.google.com/o/oauth2/v2/auth?");
  }

  @Test
  void should_ask_with_s256_and_exact_redirect_address() {
    var pkce = PKCEService.defaultInstance().generatePKCE();

    var query = query(client().consentAddress(texts(Optional.of(pkce)), Set.of("profile")));

    assertThat(query)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", AuthorizationServer.CLIENT_ID)
        .containsEntry("redirect_uri", REDIRECT)
        .containsEntry("state", "s1")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("code_challenge", pkce.getCodeChallenge())
        .doesNotContainKey("code_verifier");
  }

  @Test
  void should_join_scopes_as_the_service_wants_them() {
    var slack = AuthorizationServer.declared().scopeSeparator(",").build();

    var query = query(client(slack).consentAddress(texts(Optional.empty()), Set.of("b", "a")));

    assertThat(query).containsEntry("scope", "a,b").doesNotContainKey("code_challenge");
  }

  @Test
  void should_leave_scope_out_when_the_service_has_none() {
    assertThat(query(client().consentAddress(texts(Optional.empty()), Set.of())))
        .doesNotContainKey("scope");
  }

  @ParameterizedTest
  @EnumSource(OAuth2.ClientAuthentication.class)
  void should_exchange_the_code_when_the_client_proves_itself(OAuth2.ClientAuthentication way) {
    var client = client(AuthorizationServer.declared().clientAuthentication(way).build());
    var pkce = PKCEService.defaultInstance().generatePKCE();

    var answer = client.exchange(consent(client, pkce), verifier(pkce));

    assertThat(answer).containsKeys("access_token", "refresh_token", "expires_in");
    assertThat(server.tokenRequests().get(0))
        .containsEntry("redirect_uri", REDIRECT)
        .containsEntry("code_verifier", pkce.getCodeVerifier());
    assertThat(server.tokenRequests().get(0).containsKey("client_secret"))
        .isEqualTo(way == OAuth2.ClientAuthentication.BODY);
  }

  @Test
  void should_need_a_person_when_the_verifier_is_another() {
    var client = client();
    var code = consent(client, PKCEService.defaultInstance().generatePKCE());
    var other = PKCEService.defaultInstance().generatePKCE();

    assertThatThrownBy(() -> client.exchange(code, verifier(other)))
        .isInstanceOf(ReauthorizationNeeded.class)
        .hasMessage("The service said invalid_grant: Because invalid_grant");
  }

  @Test
  void should_be_rejected_when_the_client_secret_is_wrong() {
    var client = client(AuthorizationServer.declared().build(), "wrong");

    assertThatThrownBy(() -> client.refresh(Secret.of("any")))
        .isInstanceOf(Rejected.class)
        .hasMessage("The service said invalid_client: Because invalid_client");
  }

  @Test
  void should_wait_as_long_as_told_when_the_service_asks_to_slow_down() {
    server.tokenFault = answer -> new Answer(429, Map.of("Retry-After", "17"), "");

    assertThatThrownBy(() -> client().refresh(Secret.of("any")))
        .isInstanceOfSatisfying(
            RateLimited.class,
            limited -> assertThat(limited.retryAfter()).contains(Duration.ofSeconds(17)));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void should_be_unavailable_when_the_service_fails(int status) {
    server.tokenFault = answer -> new Answer(status, Map.of(), "oops");

    assertThatThrownBy(() -> client().refresh(Secret.of("any"))).isInstanceOf(Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>Down for maintenance</html>",
        "[]",
        "\"text\"",
        "{\"access_token\":\"a\",\"access_token\":\"b\"}",
        "{\"access_token\":\"a\"} trailing"
      })
  void should_be_unavailable_when_the_answer_is_no_token_answer(String body) {
    server.tokenFault = answer -> new Answer(200, Map.of(), body);

    assertThatThrownBy(() -> client().refresh(Secret.of("any"))).isInstanceOf(Unavailable.class);
  }

  @Test
  void should_be_unavailable_when_the_answer_has_no_end() {
    server.tokenFault = answer -> new Answer(200, Map.of(), "{\"a\":\"" + "x".repeat(300_000));

    assertThatThrownBy(() -> client().refresh(Secret.of("any"))).isInstanceOf(Unavailable.class);
  }

  @Test
  void should_be_rejected_when_a_good_status_brings_an_error() {
    server.tokenFault = answer -> Answer.json(200, Map.of("ok", false, "error", "bad_redirect"));

    assertThatThrownBy(() -> client().refresh(Secret.of("any")))
        .isInstanceOf(Rejected.class)
        .hasMessage("The service said bad_redirect");
  }

  @Test
  void should_find_the_token_where_the_plugin_says() {
    server.tokenFault =
        answer ->
            Answer.json(
                200,
                Map.of(
                    "access_token", "of-the-bot",
                    "refresh_token", "of-the-bot-too",
                    "team", "T1",
                    "authed_user", Map.of("access_token", "of-the-user")));
    var slack = client(AuthorizationServer.declared().tokenPointer("/authed_user").build());

    assertThat(slack.refresh(Secret.of("any")))
        .containsEntry("access_token", "of-the-user")
        .containsEntry("team", "T1")
        .doesNotContainKey("refresh_token");
  }

  @Test
  void should_tell_the_service_to_forget_a_token() {
    client().revoke(Secret.of("refresh-9"));

    assertThat(server.revoked()).containsExactly("refresh-9");
  }

  @Test
  void should_do_nothing_when_the_service_has_no_place_to_revoke() {
    var silent = OAuth2.builder("https://login.service.test/a", "https://login.service.test/token");

    client(silent.build()).revoke(Secret.of("refresh-9"));

    assertThat(server.revoked()).isEmpty();
  }

  @Test
  void should_cut_and_clean_what_a_service_says_when_it_is_shown() {
    var said = OAuthError.of("server_error\r\n", "x".repeat(2_000) + "\u0007");

    assertThat(said.message()).hasSizeLessThan(400).doesNotContainPattern("\\p{Cntrl}");
  }

  private String consent(OAuthClient client, PKCE pkce) {
    return server.consent(
        query(client.consentAddress(texts(Optional.of(pkce)), Set.of("profile"))));
  }

  private OAuthClient client() {
    return client(AuthorizationServer.declared().build());
  }

  private OAuthClient client(OAuth2 declared) {
    return client(declared, AuthorizationServer.CLIENT_SECRET);
  }

  private OAuthClient client(OAuth2 declared, String secret) {
    var sender = Sender.plugin("sample", List.of(AuthorizationServer.HOST));
    var identity =
        new ClientIdentity(AuthorizationServer.CLIENT_ID, Secret.of(secret), REDIRECT, Map.of());
    return new OAuthClient(
        declared,
        Endpoints.of(declared, text -> text),
        declared.authorizeUrl(),
        identity,
        server.gate().http(sender));
  }

  private static OneTimeTexts texts(Optional<PKCE> pkce) {
    return new OneTimeTexts("s1", pkce, Optional.empty());
  }

  private static Optional<Secret> verifier(PKCE pkce) {
    return Optional.of(Secret.of(pkce.getCodeVerifier()));
  }

  private static Map<String, String> query(URI address) {
    return AuthorizationServer.query(address.getRawQuery());
  }
}
