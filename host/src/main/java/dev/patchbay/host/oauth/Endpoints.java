package dev.patchbay.host.oauth;

import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.host.openid.Metadata;
import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where one integration's service does what, and who it says it is; declared by the plugin and
 * filled in by the integration, or discovered.
 *
 * @param issuer its exact name, if it is known
 * @param namesIssuer whether it names itself in every callback
 * @param keys where its public keys are; empty unless its id_tokens are to be checked
 */
public record Endpoints(
    URI authorize,
    URI token,
    Optional<URI> revoke,
    Optional<String> issuer,
    boolean namesIssuer,
    Optional<URI> keys) {

  /**
   * @param filled fills an integration's settings into an address
   */
  static Endpoints of(OAuth2 declared, UnaryOperator<String> filled) {
    UnaryOperator<URI> address = template -> URI.create(filled.apply(template.toString()));
    return new Endpoints(
        address.apply(declared.authorizeUrl()),
        address.apply(declared.tokenUrl()),
        declared.revokeUrl().map(address),
        declared.issuer().map(filled),
        declared.namesIssuer(),
        Optional.empty());
  }

  static Endpoints of(Metadata discovered) {
    return new Endpoints(
        discovered.authorizeUrl(),
        discovered.tokenUrl(),
        discovered.revokeUrl(),
        Optional.of(discovered.issuer()),
        discovered.namesIssuer(),
        Optional.of(discovered.keysUrl()));
  }

  /**
   * Whether a name that came with a callback is that of this service (RFC 9207). Where the exact
   * name is not known, it must at least be one at the host that was asked.
   */
  public boolean isIssuer(String name) {
    return issuer.map(name::equals).orElseGet(() -> isAtHost(name));
  }

  private boolean isAtHost(String name) {
    try {
      var said = URI.create(name);
      return "https".equals(said.getScheme())
          && authorize.getHost().equalsIgnoreCase(said.getHost())
          && said.getRawUserInfo() == null
          && said.getRawQuery() == null
          && said.getRawFragment() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
