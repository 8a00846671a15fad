package dev.patchbay.sandbox.company;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Routes;

/** What the company publishes of its sign-in (OpenID Connect Discovery 1.0). */
final class DiscoveryEndpoint {
  private final IdTokens idTokens;

  DiscoveryEndpoint(IdTokens idTokens) {
    this.idTokens = idTokens;
  }

  void declare(Routes routes) {
    routes
        .get(
            "/" + Company.HOST + "/.well-known/openid-configuration",
            request -> Answer.json(200, document()))
        .get(
            "/" + Company.HOST + "/keys",
            request -> Answer.text(200, "application/json", idTokens.publicKeys()));
  }

  private static ObjectNode document() {
    ObjectNode document =
        Json.object()
            .put("issuer", Company.ISSUER)
            .put("authorization_endpoint", Company.ISSUER + "/authorize")
            .put("token_endpoint", Company.ISSUER + "/token")
            .put("jwks_uri", Company.ISSUER + "/keys")
            .put("authorization_response_iss_parameter_supported", true);
    document.putArray("response_types_supported").add("code");
    document.putArray("subject_types_supported").add("public");
    document.putArray("id_token_signing_alg_values_supported").add("RS256");
    document.putArray("code_challenge_methods_supported").add("S256");
    document.putArray("token_endpoint_auth_methods_supported").add("client_secret_basic");
    return document;
  }
}
