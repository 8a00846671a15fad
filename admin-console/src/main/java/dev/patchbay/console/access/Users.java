package dev.patchbay.console.access;

import dev.patchbay.console.host.HostSession;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The users of the signed-in user's organisation. */
record Users(HostSession host) {

  List<User> all() {
    return host.all(User.class, Map.of(), "users");
  }

  void add(String name, String password, Set<String> roles) {
    host.post(User.class, Map.of("name", name, "password", password, "roles", roles), "users");
  }

  void change(User user, Set<String> roles) {
    host.patch(User.class, Map.of("roles", roles), "users/{}", user.id());
  }

  void disable(User user, boolean out) {
    host.patch(User.class, Map.of("disabled", out), "users/{}", user.id());
  }

  void resetPassword(User user, String password) {
    host.put(Map.of("password", password), "users/{}/password", user.id());
  }

  void link(User user, String email) {
    host.put(User.class, Map.of("email", email), "users/{}/single-sign-on", user.id());
  }

  void unlink(User user) {
    host.delete(Map.of(), "users/{}/single-sign-on", user.id());
  }

  void remove(User user) {
    host.delete(Map.of(), "users/{}", user.id());
  }
}
