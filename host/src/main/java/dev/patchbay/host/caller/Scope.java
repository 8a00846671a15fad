package dev.patchbay.host.caller;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What an API key may do; people are bound by their roles alone. */
public enum Scope {
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
  CREDENTIALS_READ("credentials:read", "Read the access token of a connection");

  private final String text;
  private final String meaning;

  Scope(String text, String meaning) {
    this.text = text;
    this.meaning = meaning;
  }

  @JsonValue
  public String text() {
    return text;
  }

  public String meaning() {
    return meaning;
  }

  /** What a key may do when nobody says more: everything but reading credentials. */
  public static Set<Scope> usual() {
    return EnumSet.complementOf(EnumSet.of(CREDENTIALS_READ));
  }

  public static Optional<Scope> named(String text) {
    return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
  }

  /** What is wrong with names of which some are no scope, and which there are. */
  public static Optional<String> complaint(Collection<String> texts) {
    Set<String> unknown = new TreeSet<>(texts);
    unknown.removeIf(text -> named(text).isPresent());
    return Optional.of(unknown)
        .filter(names -> !names.isEmpty())
        .map(names -> String.join(" ", names))
        .map(names -> "has the unknown " + names + "; there are " + text(Set.of(values())));
  }

  /**
   * The scopes of these names; names that are no scope, as after a downgrade, count for nothing.
   */
  public static Set<Scope> of(Collection<String> texts) {
    return texts.stream()
        .flatMap(text -> named(text).stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
  }

  /** The names, as a set for a column. */
  public static Set<String> names(Collection<Scope> scopes) {
    return scopes.stream().map(Scope::text).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names in one text, as RFC 6749 writes them. */
  public static String text(Collection<Scope> scopes) {
    return String.join(" ", names(scopes));
  }
}
