package dev.patchbay.console.access;

import java.time.Instant;
import java.util.List;

/** Somebody who can sign in to this organisation's console. */
record User(String id, String name, List<String> roles, boolean disabled, Instant createdAt) {

  User {
    roles = roles == null ? List.of() : List.copyOf(roles);
  }
}
