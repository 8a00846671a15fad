package dev.patchbay.host.sso;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.patchbay.host.json.Json;
import dev.patchbay.host.security.Unwelcome;
import dev.patchbay.host.security.Unwelcome.Reason;
import dev.patchbay.host.security.Vouched;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a checked id_token says of a person, in the words of this server. */
final class Claims {
  private static final int LONGEST_EMAIL = 320;

  private final JWTClaimsSet claims;
  private final JsonNode json;

  Claims(JWTClaimsSet claims) {
    this.claims = claims;
    this.json = Json.mapper().valueToTree(claims.toJSONObject());
  }

  /**
   * @throws Unwelcome if the provider's set-up lets nobody in who is like that
   */
  Vouched vouchedBy(Provider provider) {
    requireDomain(provider.emailDomains());
    return new Vouched(
        provider.tenantId(),
        provider.issuer(),
        claims.getSubject(),
        verifiedEmail(),
        name(),
        roles(provider),
        provider.createsUsers());
  }

  /** An address that the issuer does not say to have verified could be anybody's. */
  private Optional<String> verifiedEmail() {
    return text("email")
        .filter(email -> json.path("email_verified").isBoolean())
        .filter(email -> json.path("email_verified").booleanValue())
        .map(email -> email.toLowerCase(Locale.ROOT))
        .filter(email -> email.length() <= LONGEST_EMAIL && email.contains("@"));
  }

  private void requireDomain(Set<String> domains) {
    boolean welcome =
        verifiedEmail()
            .map(email -> email.substring(email.lastIndexOf('@') + 1))
            .filter(domains::contains)
            .isPresent();
    if (!domains.isEmpty() && !welcome) {
      throw new Unwelcome(
          Reason.EMAIL,
          "The provider says of no verified e-mail address that it is of "
              + String.join(", ", domains)
              + ".");
    }
  }

  private Set<String> roles(Provider provider) {
    Set<String> roles =
        words(provider).map(provider.roles()::get).collect(Collectors.toCollection(TreeSet::new));
    if (roles.isEmpty()) {
      provider.defaultRole().ifPresent(roles::add);
    }
    if (roles.isEmpty()) {
      throw new Unwelcome(
          Reason.ROLE,
          "Nothing in the claim %s gives a role here.".formatted(provider.roleClaim().orElse("")));
    }
    return roles;
  }

  /** The words of the claim that mean something; all others mean nothing. */
  private Stream<String> words(Provider provider) {
    return provider.roleClaim().map(this::at).stream()
        .flatMap(node -> node.isArray() ? stream(node) : Stream.of(node))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .filter(provider.roles()::containsKey);
  }

  private JsonNode at(String claim) {
    return claim.startsWith("/") ? json.at(claim) : json.path(claim);
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private String name() {
    return verifiedEmail().or(() -> text("preferred_username")).orElse(claims.getSubject());
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(json.path(name).textValue()).filter(text -> !text.isBlank());
  }
}
