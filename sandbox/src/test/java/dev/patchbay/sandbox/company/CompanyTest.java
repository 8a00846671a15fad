package dev.patchbay.sandbox.company;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.patchbay.sandbox.Caller;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SettableClock;
import dev.patchbay.sandbox.http.FormEncoding;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The company's provider, as an application meets it. */
class CompanyTest {
  private static final String HOST = "/login.company.example";

  /** The pair of RFC 7636, appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  @AutoClose
  private final Sandbox sandbox =
      Sandbox.start(null, 0, new SettableClock(Instant.parse("2026-11-25T09:00:00Z")));

  private final Caller caller = new Caller(sandbox);

  @Test
  void should_show_its_people_when_a_browser_arrives() {
    var page = caller.get(HOST + "/authorize?" + FormEncoding.encode(request()));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("Olga Petrov", "patchbay-admins", "Nils Okafor");
  }

  @Test
  void should_refuse_an_application_without_pkce() {
    var request = request();
    request.remove("code_challenge");

    assertThat(caller.get(HOST + "/authorize?" + FormEncoding.encode(request)).status())
        .isEqualTo(400);
  }

  @Test
  void should_vouch_for_a_person_with_their_groups() throws Exception {
    var back = decide("emp-olga");
    assertThat(back.get("state")).containsExactly("st&te");
    assertThat(back.get("iss")).containsExactly("https://login.company.example");

    var token = SignedJWT.parse(exchange(back.get("code").get(0)).get("id_token").asText());

    var keys = JWKSet.parse(caller.get(HOST + "/keys").body());
    var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
    assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
    var claims = token.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("https://login.company.example");
    assertThat(claims.getAudience()).containsExactly("patchbay");
    assertThat(claims.getSubject()).isEqualTo("emp-olga");
    assertThat(claims.getStringClaim("nonce")).isEqualTo("nonce-1");
    assertThat(claims.getStringListClaim("groups")).containsExactly("it", "patchbay-admins");
    assertThat(claims.getBooleanClaim("email_verified")).isTrue();
  }

  @Test
  void should_take_a_code_once() {
    String code = decide("emp-emil").get("code").get(0);
    assertThat(exchange(code).has("id_token")).isTrue();

    assertThat(exchange(code).path("error").asText()).isEqualTo("invalid_grant");
  }

  @Test
  void should_know_its_client_by_the_secret() {
    var form = form(decide("emp-emil").get("code").get(0));
    form.put("client_secret", "guessed");

    assertThat(caller.form(HOST + "/token", form).json().path("error").asText())
        .isEqualTo("invalid_client");
  }

  @Test
  void should_say_so_when_a_person_declines() {
    assertThat(decide("nobody").get("error")).containsExactly("access_denied");
  }

  private Map<String, List<String>> decide(String person) {
    String form =
        FormEncoding.encode(Map.of("request", FormEncoding.encode(request()), "person", person));
    var reply =
        caller.send(caller.request(HOST + "/authorize").POST(BodyPublishers.ofString(form)));
    return FormEncoding.decode(URI.create(reply.header("Location")).getRawQuery());
  }

  private JsonNode exchange(String code) {
    return caller.form(HOST + "/token", form(code)).json();
  }

  private static Map<String, String> form(String code) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", "http://127.0.0.1:8080/api/sign-in/ten_1/callback");
    form.put("code_verifier", VERIFIER);
    form.put("client_id", "patchbay");
    form.put("client_secret", "company-client-secret");
    return form;
  }

  private static Map<String, String> request() {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("client_id", "patchbay");
    request.put("redirect_uri", "http://127.0.0.1:8080/api/sign-in/ten_1/callback");
    request.put("response_type", "code");
    request.put("scope", "openid email profile");
    request.put("state", "st&te");
    request.put("nonce", "nonce-1");
    request.put("code_challenge", CHALLENGE);
    request.put("code_challenge_method", "S256");
    return request;
  }
}
