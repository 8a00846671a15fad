package dev.patchbay.host.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.auth.TokenExchange;
import dev.patchbay.api.setting.Secret;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Where one access token is exchanged for another, by a grant of the service's own. */
final class SwapAddress {

  private SwapAddress() {}

  static String of(TokenExchange exchange, ClientIdentity identity, Secret accessToken) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("grant_type", exchange.grantType());
    if (exchange.proof() == TokenExchange.Proof.CLIENT) {
      parameters.put("client_id", identity.clientId());
    }
    if (exchange.proof() != TokenExchange.Proof.NONE) {
      parameters.put("client_secret", identity.clientSecret().reveal());
    }
    parameters.put(exchange.tokenParameter(), accessToken.reveal());
    return exchange.url() + "?" + query(parameters);
  }

  private static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
