package dev.patchbay.host.openid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.host.egress.DeclaredHosts;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What an issuer says of itself (OpenID Connect Discovery 1.0), once it is sure to be that issuer
 * and to lead nowhere else than it was declared: the document could otherwise send people and codes
 * to anybody.
 *
 * @param namesIssuer whether it promises to name itself in every callback (RFC 9207)
 * @param clientAuthentications how clients may prove themselves; empty if it does not say
 */
public record Metadata(
    String issuer,
    URI authorizeUrl,
    URI tokenUrl,
    Optional<URI> revokeUrl,
    URI keysUrl,
    boolean namesIssuer,
    Set<String> clientAuthentications) {

  private static final String AUTHORIZE = "authorization_endpoint";
  private static final String TOKEN = "token_endpoint";
  private static final String REVOKE = "revocation_endpoint";
  private static final String KEYS = "jwks_uri";

  public Metadata {
    clientAuthentications = Set.copyOf(clientAuthentications);
  }

  /** Every host that it leads to, sorted. */
  public List<String> hosts() {
    return Stream.concat(Stream.of(authorizeUrl, tokenUrl, keysUrl), revokeUrl.stream())
        .map(URI::getHost)
        .distinct()
        .sorted()
        .toList();
  }

  static Metadata of(JsonNode document, String issuer, DeclaredHosts hosts) {
    if (!issuer.equals(document.path("issuer").asText())) {
      throw new Rejected("The discovery document of " + issuer + " is that of another issuer");
    }
    var reading = new Reading(document, issuer, hosts);
    return new Metadata(
        issuer,
        reading.required(AUTHORIZE),
        reading.required(TOKEN),
        reading.optional(REVOKE),
        reading.required(KEYS),
        document.path("authorization_response_iss_parameter_supported").asBoolean(false),
        texts(document.path("token_endpoint_auth_methods_supported")));
  }

  /** The hosts to which a document leads, whatever they are. */
  static DeclaredHosts hosts(JsonNode document, String issuer) {
    try {
      return DeclaredHosts.of(
          Stream.of(AUTHORIZE, TOKEN, REVOKE, KEYS)
              .map(name -> document.path(name).asText())
              .filter(address -> !address.isEmpty())
              .map(address -> String.valueOf(URI.create(address).getHost()))
              .distinct()
              .toList());
    } catch (IllegalArgumentException e) {
      throw new Rejected("The discovery document of " + issuer + " has a broken address", e);
    }
  }

  private static Set<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toUnmodifiableSet());
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
          "The discovery document of %s leads with its %s to a host that is not declared for it"
              .formatted(issuer, name));
    }
  }
}
