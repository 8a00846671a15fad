package dev.patchbay.host.openid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.host.egress.DeclaredHosts;
import java.net.URI;
import java.util.Optional;

/**
 * What an issuer says of itself (OpenID Connect Discovery 1.0), once it is sure to be that issuer
 * and to lead nowhere else than the plugin declares: the document could otherwise send people and
 * codes to anybody.
 *
 * @param namesIssuer whether it promises to name itself in every callback (RFC 9207)
 */
public record Metadata(
    String issuer,
    URI authorizeUrl,
    URI tokenUrl,
    Optional<URI> revokeUrl,
    URI keysUrl,
    boolean namesIssuer) {

  static Metadata of(JsonNode document, String issuer, DeclaredHosts hosts) {
    if (!issuer.equals(document.path("issuer").asText())) {
      throw new Rejected("The discovery document of " + issuer + " is that of another issuer");
    }
    var reading = new Reading(document, issuer, hosts);
    return new Metadata(
        issuer,
        reading.required("authorization_endpoint"),
        reading.required("token_endpoint"),
        reading.optional("revocation_endpoint"),
        reading.required("jwks_uri"),
        document.path("authorization_response_iss_parameter_supported").asBoolean(false));
  }

  private record Reading(JsonNode document, String issuer, DeclaredHosts hosts) {

    URI required(String name) {
      return optional(name)
          .orElseThrow(
              () -> new Rejected("The discovery document of " + issuer + " has no " + name));
    }

    Optional<URI> optional(String name) {
      return Optional.of(document.path(name))
          .filter(JsonNode::isTextual)
          .map(node -> address(name, node.asText()));
    }

    private URI address(String name, String text) {
      try {
        var address = URI.create(text);
        if ("https".equals(address.getScheme())
            && address.getRawUserInfo() == null
            && address.getRawFragment() == null
            && address.getHost() != null
            && hosts.cover(address.getHost())) {
          return address;
        }
      } catch (IllegalArgumentException e) {
        throw new Rejected("The discovery document of " + issuer + " has a broken " + name, e);
      }
      throw new Rejected(
          "The discovery document of %s leads with its %s to a host that the plugin does not declare"
              .formatted(issuer, name));
    }
  }
}
