package dev.patchbay.console.access;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What a key may do, in words for an admin. */
enum KeyScope {
  INTEGRATIONS_READ("integrations:read", "See plugins and integrations"),
  CONNECT_WRITE("connect:write", "Let people connect accounts"),
  CONNECTIONS_READ("connections:read", "See connections"),
  CONNECTIONS_WRITE("connections:write", "Rename, check, pause and disconnect connections"),
  RECORDS_READ("records:read", "Read collections, records and changes"),
  RECORDS_WRITE("records:write", "Create, change and delete records"),
  SYNCS_READ("syncs:read", "See sync runs"),
  SYNCS_RUN("syncs:run", "Start syncs"),
  ACTIONS_RUN("actions:run", "Do things once, such as sending a message"),
  OPERATIONS_READ("operations:read", "See the exchanges with services"),
  CREDENTIALS_READ("credentials:read", "Read the access tokens of connections");

  private final String id;
  private final String words;

  KeyScope(String id, String words) {
    this.id = id;
    this.words = words;
  }

  String words() {
    return words;
  }

  /** All but reading credentials, which an admin has to want. */
  static Set<KeyScope> usual() {
    return Arrays.stream(values())
        .filter(scope -> scope != CREDENTIALS_READ)
        .collect(Collectors.toSet());
  }

  static Set<String> ids(Set<KeyScope> scopes) {
    return scopes.stream().map(scope -> scope.id).collect(Collectors.toSet());
  }
}
