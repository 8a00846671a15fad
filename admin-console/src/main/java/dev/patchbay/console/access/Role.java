package dev.patchbay.console.access;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a user may do, in words for an admin. */
enum Role {
  ADMIN("admin", "Admin: everything in this organisation"),
  EDITOR("editor", "Editor: connections and their syncs"),
  VIEWER("viewer", "Viewer: looks, changes nothing");

  private final String id;
  private final String words;

  Role(String id, String words) {
    this.id = id;
    this.words = words;
  }

  String words() {
    return words;
  }

  String id() {
    return id;
  }

  /** The role of that name; nothing for no name and for one that no form offers. */
  static Optional<Role> named(String id) {
    return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
  }

  static Set<String> ids(Set<Role> roles) {
    return roles.stream().map(role -> role.id).collect(Collectors.toSet());
  }

  static Set<Role> of(User user) {
    return Arrays.stream(values())
        .filter(role -> user.roles().contains(role.id))
        .collect(Collectors.toSet());
  }
}
