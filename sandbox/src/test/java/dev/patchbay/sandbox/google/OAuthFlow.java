package dev.patchbay.sandbox.google;

import dev.patchbay.sandbox.Caller;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.http.FormEncoding;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an application does to get tokens, step by step. */
final class OAuthFlow {
  static final String AUTHORIZE = "/accounts.google.com/o/oauth2/v2/auth";
  static final String TOKEN = "/oauth2.googleapis.com/token";
  static final String REDIRECT = "http://127.0.0.1:8080/api/oauth/callback";
  static final String CALENDAR = "https://www.googleapis.com/auth/calendar";

  /** The pair of RFC 7636, appendix B. */
  static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final Caller caller;
  private final Map<String, Object> integration;

  OAuthFlow(Sandbox sandbox, Caller caller) {
    this.caller = caller;
    this.integration = sandbox.integrations().get(0);
  }

  String clientId() {
    return integration.get("clientId").toString();
  }

  String clientSecret() {
    return integration.get("clientSecret").toString();
  }

  Map<String, String> authorization() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", clientId());
    query.put("redirect_uri", REDIRECT);
    query.put("response_type", "code");
    query.put("scope", "openid email profile " + CALENDAR);
    query.put("state", "st&te=1");
    query.put("code_challenge", CHALLENGE);
    query.put("code_challenge_method", "S256");
    query.put("access_type", "offline");
    query.put("prompt", "consent");
    query.put("nonce", "nonce-1");
    return query;
  }

  /** The parameters that come back to the application after the person decided. */
  Map<String, List<String>> decide(Map<String, String> query, String decision) {
    String form =
        FormEncoding.encode(
            Map.of(
                "request",
                FormEncoding.encode(query),
                "account",
                "ada@sandbox.example",
                "decision",
                decision));
    StringBuilder body = new StringBuilder(form);
    for (String scope : query.get("scope").split(" ")) {
      body.append("&scope=").append(FormEncoding.encode(scope));
    }
    Caller.Reply reply =
        caller.send(
            caller
                .request(AUTHORIZE)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body.toString())));
    return FormEncoding.decode(URI.create(reply.header("Location")).getRawQuery());
  }

  String code() {
    return decide(authorization(), "allow").get("code").get(0);
  }

  Map<String, String> exchange(String code) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", REDIRECT);
    form.put("code_verifier", VERIFIER);
    form.put("client_id", clientId());
    form.put("client_secret", clientSecret());
    return form;
  }

  Map<String, String> refresh(String token) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", token);
    form.put("client_id", clientId());
    form.put("client_secret", clientSecret());
    return form;
  }
}
