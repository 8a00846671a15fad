package dev.patchbay.host.security;

import java.util.Optional;
import java.util.Set;

/**
 * A person for whom a tenant's own provider vouches. Who it is say issuer and subject together, and
 * nothing else: addresses and names change hands.
 *
 * @param email in lower case, if the issuer says that it has verified it
 * @param name what people call the person
 * @param roles what the provider's words mean here
 * @param mayBeNew whether a person who is not known yet is let in
 */
public record Vouched(
    String tenantId,
    String issuer,
    String subject,
    Optional<String> email,
    String name,
    Set<String> roles,
    boolean mayBeNew) {

  public Vouched {
    roles = Set.copyOf(roles);
  }
}
