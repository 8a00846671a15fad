package dev.patchbay.googlecalendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.googlecalendar.json.Node;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the plugin sends, checked against the official description. */
class RequestContractTest {

  @Test
  void should_ask_for_events_as_it_is_officially_described() {
    Contracts.calendar()
        .ifPresent(
            document -> {
              var events = method(new Node(document), "events");
              for (var cursor : List.of("", "pageToken=p", "syncToken=s&pageToken=p")) {
                check(new Node(document), events, asked(cursor));
              }
            });
  }

  @Test
  void should_ask_for_calendars_as_it_is_officially_described() {
    Contracts.calendar()
        .ifPresent(
            document ->
                check(
                    new Node(document),
                    method(new Node(document), "calendarList"),
                    askedForCalendars()));
  }

  @Test
  void should_ask_for_a_scope_that_allows_all_that_it_does() {
    var scopes = ((OAuth2) new GoogleCalendarPlugin().descriptor().authorization()).scopes();
    Contracts.calendar()
        .ifPresent(
            document ->
                Stream.of("events", "calendarList")
                    .map(resource -> method(new Node(document), resource))
                    .forEach(
                        method ->
                            assertThat(method.list("scopes"))
                                .anyMatch(scope -> scopes.contains((String) scope))));
  }

  private static void check(Node document, Node method, ScriptedGoogle.Asked asked) {
    var path = document.text("basePath").orElseThrow() + method.text("path").orElseThrow();
    assertThat(asked.method()).isEqualTo(method.text("httpMethod").orElseThrow());
    assertThat(asked.path())
        .matches("/www\\.googleapis\\.com" + path.replaceAll("\\{\\w+}", "[^/]+"));
    var allowed = method.entries("parameters");
    allowed.putAll(document.entries("parameters"));
    assertThat(allowed.keySet()).containsAll(asked.query().keySet());
  }

  private static Node method(Node document, String resource) {
    return document
        .object("resources")
        .flatMap(all -> all.object(resource))
        .flatMap(it -> it.object("methods"))
        .flatMap(methods -> methods.object("list"))
        .orElseThrow();
  }

  private static ScriptedGoogle.Asked asked(String cursor) {
    try (var google = ScriptedGoogle.start()) {
      google.then(200, "{\"kind\":\"calendar#events\",\"nextSyncToken\":\"s\"}");
      var from = cursor.isEmpty() ? Cursor.start() : Cursor.of(cursor);
      google.client().sources().get(0).read(new CollectionId("a@x.org"), from);
      return google.asked().get(0);
    }
  }

  private static ScriptedGoogle.Asked askedForCalendars() {
    try (var google = ScriptedGoogle.start()) {
      google.then(200, "{\"kind\":\"calendar#calendarList\",\"nextPageToken\":\"p\"}");
      google.client().sources().get(0).collections(Cursor.of("q"));
      return google.asked().get(0);
    }
  }
}
