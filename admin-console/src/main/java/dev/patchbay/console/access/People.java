package dev.patchbay.console.access;

import dev.patchbay.console.host.HostSession;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The people of the signed-in person's organisation. */
record People(HostSession host) {

  List<Person> all() {
    return host.all(Person.class, Map.of(), "users");
  }

  void letIn(String name, String password, Set<String> roles) {
    host.post(Person.class, Map.of("name", name, "password", password, "roles", roles), "users");
  }

  void change(Person person, Set<String> roles) {
    host.patch(Person.class, Map.of("roles", roles), "users/{}", person.id());
  }

  void disable(Person person, boolean out) {
    host.patch(Person.class, Map.of("disabled", out), "users/{}", person.id());
  }

  void resetPassword(Person person, String password) {
    host.put(Map.of("password", password), "users/{}/password", person.id());
  }

  void remove(Person person) {
    host.delete(Map.of(), "users/{}", person.id());
  }
}
