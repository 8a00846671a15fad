package dev.patchbay.sandbox.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.patchbay.sandbox.Caller;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SettableClock;
import dev.patchbay.sandbox.http.FormEncoding;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleOAuthTest {
  private static final String USER_INFO = "/openidconnect.googleapis.com/v1/userinfo";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-25T09:00:00Z"));
  private Sandbox sandbox;
  private Caller caller;
  private OAuthFlow flow;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start(null, 0, clock);
    caller = new Caller(sandbox);
    flow = new OAuthFlow(sandbox, caller);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void should_show_app_accounts_and_scopes_when_browser_arrives() {
    Caller.Reply page =
        caller.get(OAuthFlow.AUTHORIZE + "?" + FormEncoding.encode(flow.authorization()));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.body())
        .contains("Patchbay", "Ada Lovelace", "ada@sandbox.example", OAuthFlow.CALENDAR)
        .contains("127.0.0.1:8080");
  }

  @Test
  void should_escape_everything_when_request_carries_markup() {
    Map<String, String> query = flow.authorization();
    query.put("scope", "<script>alert(1)</script>");
    query.put("state", "\"><img src=x>");

    Caller.Reply page = caller.get(OAuthFlow.AUTHORIZE + "?" + FormEncoding.encode(query));

    assertThat(page.body()).doesNotContain("<script", "<img");
  }

  @Test
  void should_exchange_code_for_tokens_when_person_allows() throws Exception {
    Map<String, List<String>> back = flow.decide(flow.authorization(), "allow");
    JsonNode tokens = caller.form(OAuthFlow.TOKEN, flow.exchange(back.get("code").get(0))).json();

    assertThat(back.get("state")).containsExactly("st&te=1");
    assertThat(tokens.get("token_type").asText()).isEqualTo("Bearer");
    assertThat(tokens.get("expires_in").asLong()).isEqualTo(3599);
    assertThat(tokens.get("refresh_token").asText()).isNotEmpty();
    assertThat(tokens.get("scope").asText().split(" "))
        .containsExactlyInAnyOrder("openid", "email", "profile", OAuthFlow.CALENDAR);
  }

  @Test
  void should_sign_id_token_with_published_key_when_openid_is_asked() throws Exception {
    JsonNode tokens = caller.form(OAuthFlow.TOKEN, flow.exchange(flow.code())).json();
    JWKSet keys = JWKSet.parse(caller.get("/www.googleapis.com/oauth2/v3/certs").body());
    SignedJWT idToken = SignedJWT.parse(tokens.get("id_token").asText());
    JWTClaimsSet claims = idToken.getJWTClaimsSet();

    assertThat(idToken.verify(new RSASSAVerifier(keys.getKeys().get(0).toRSAKey()))).isTrue();
    assertThat(keys.getKeys().get(0).isPrivate()).isFalse();
    assertThat(claims.getIssuer()).isEqualTo("https://accounts.google.com");
    assertThat(claims.getAudience()).containsExactly(flow.clientId());
    assertThat(claims.getStringClaim("nonce")).isEqualTo("nonce-1");
    assertThat(claims.getStringClaim("email")).isEqualTo("ada@sandbox.example");
    assertThat(claims.getExpirationTime().toInstant()).isAfter(clock.instant());
  }

  @Test
  void should_send_access_denied_back_when_person_denies() {
    Map<String, List<String>> back = flow.decide(flow.authorization(), "deny");

    assertThat(back.get("error")).containsExactly("access_denied");
    assertThat(back.get("state")).containsExactly("st&te=1");
    assertThat(back).doesNotContainKey("code");
  }

  @ParameterizedTest
  @CsvSource({
    "client_id, someone-else, 401",
    "redirect_uri, https://attacker.example/callback, 400",
    "redirect_uri, http://127.0.0.1@attacker.example/, 400",
    "redirect_uri, javascript:alert(1), 400",
  })
  void should_refuse_without_redirect_when_application_is_not_trusted(
      String parameter, String value, int status) {
    Map<String, String> query = flow.authorization();
    query.put(parameter, value);

    Caller.Reply reply = caller.get(OAuthFlow.AUTHORIZE + "?" + FormEncoding.encode(query));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.header("Location")).isEmpty();
  }

  @Test
  void should_refuse_when_a_parameter_is_given_twice() {
    String query = FormEncoding.encode(flow.authorization()) + "&state=other";

    assertThat(caller.get(OAuthFlow.AUTHORIZE + "?" + query).status()).isEqualTo(400);
  }

  @Test
  void should_refuse_second_use_when_code_was_exchanged() {
    Map<String, String> form = flow.exchange(flow.code());

    assertThat(caller.form(OAuthFlow.TOKEN, form).status()).isEqualTo(200);
    Caller.Reply second = caller.form(OAuthFlow.TOKEN, form);
    assertThat(second.status()).isEqualTo(400);
    assertThat(second.json().get("error").asText()).isEqualTo("invalid_grant");
  }

  @ParameterizedTest
  @CsvSource({
    "code_verifier, wrong, 400, invalid_grant",
    "code_verifier, '', 400, invalid_grant",
    "redirect_uri, http://127.0.0.1:8080/other, 400, redirect_uri_mismatch",
    "client_id, someone-else, 401, invalid_client",
    "client_secret, wrong, 401, invalid_client",
    "client_secret, '', 400, invalid_request",
    "grant_type, password, 400, unsupported_grant_type",
    "code, made-up, 400, invalid_grant",
  })
  void should_answer_oauth_error_when_exchange_is_wrong(
      String parameter, String value, int status, String error) {
    Map<String, String> form = flow.exchange(flow.code());
    form.put(parameter, value);

    Caller.Reply reply = caller.form(OAuthFlow.TOKEN, form);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().get("error").asText()).isEqualTo(error);
    assertThat(reply.json().get("error_description").asText()).isNotEmpty();
  }

  @Test
  void should_accept_basic_credentials_when_client_uses_the_header() {
    Map<String, String> form = flow.exchange(flow.code());
    form.remove("client_id");
    form.remove("client_secret");
    String pair = flow.clientId() + ":" + flow.clientSecret();

    Caller.Reply reply =
        caller.send(
            caller
                .formRequest(OAuthFlow.TOKEN, form)
                .header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes())));

    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void should_refresh_without_new_refresh_token_when_access_token_expired() {
    JsonNode tokens = caller.form(OAuthFlow.TOKEN, flow.exchange(flow.code())).json();
    clock.forward(Duration.ofSeconds(3600));
    assertThat(userInfo(tokens).status()).isEqualTo(401);

    JsonNode fresh =
        caller.form(OAuthFlow.TOKEN, flow.refresh(tokens.get("refresh_token").asText())).json();

    assertThat(fresh.has("refresh_token")).isFalse();
    assertThat(userInfo(fresh).json().get("email").asText()).isEqualTo("ada@sandbox.example");
  }

  @Test
  void should_issue_refresh_token_only_once_when_consent_is_not_asked_again() {
    Map<String, String> query = flow.authorization();
    query.remove("prompt");
    String first = flow.decide(query, "allow").get("code").get(0);
    String second = flow.decide(query, "allow").get("code").get(0);

    assertThat(caller.form(OAuthFlow.TOKEN, flow.exchange(first)).json().has("refresh_token"))
        .isTrue();
    assertThat(caller.form(OAuthFlow.TOKEN, flow.exchange(second)).json().has("refresh_token"))
        .isFalse();
  }

  @Test
  void should_end_every_token_when_one_is_revoked() {
    JsonNode tokens = caller.form(OAuthFlow.TOKEN, flow.exchange(flow.code())).json();
    String refresh = tokens.get("refresh_token").asText();

    Caller.Reply revoked = caller.form("/oauth2.googleapis.com/revoke", Map.of("token", refresh));

    assertThat(revoked.status()).isEqualTo(200);
    assertThat(userInfo(tokens).status()).isEqualTo(401);
    Caller.Reply refused = caller.form(OAuthFlow.TOKEN, flow.refresh(refresh));
    assertThat(refused.json().get("error").asText()).isEqualTo("invalid_grant");
    assertThat(
            caller
                .form("/oauth2.googleapis.com/revoke", Map.of("token", refresh))
                .json()
                .get("error")
                .asText())
        .isEqualTo("invalid_token");
  }

  @Test
  void should_grant_fewer_scopes_when_person_withholds_one() {
    String url = "http://x/?" + FormEncoding.encode(flow.authorization());
    Caller.Reply decided =
        caller.control(
            "POST",
            "/google/authorizations",
            "{\"url\":\"%s\",\"withhold\":\"%s\"}".formatted(url, OAuthFlow.CALENDAR));
    String redirect = decided.json().get("redirect").asText();
    String code =
        FormEncoding.decode(redirect.substring(redirect.indexOf('?') + 1)).get("code").get(0);

    JsonNode tokens = caller.form(OAuthFlow.TOKEN, flow.exchange(code)).json();

    assertThat(tokens.get("scope").asText()).doesNotContain(OAuthFlow.CALENDAR);
  }

  @Test
  void should_challenge_when_token_is_unknown() {
    Caller.Reply reply = caller.send(caller.request(USER_INFO).header("Authorization", "Bearer x"));

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer").contains("invalid_token");
    assertThat(reply.reason()).isEqualTo("authError");
  }

  private Caller.Reply userInfo(JsonNode tokens) {
    return caller.send(
        caller
            .request(USER_INFO)
            .header("Authorization", "Bearer " + tokens.get("access_token").asText()));
  }
}
