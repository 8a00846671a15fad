package dev.patchbay.console.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Somebody who can sign in to this organisation's console. */
record User(
    String id,
    String name,
    List<String> roles,
    boolean disabled,
    Link singleSignOn,
    Instant createdAt) {

  /** Whom of the organisation's provider this user is: by its subject, or by an address. */
  record Link(String subject, String email) {}

  User {
    roles = roles == null ? List.of() : List.copyOf(roles);
  }

  Optional<Link> link() {
    return Optional.ofNullable(singleSignOn);
  }
}
