package dev.patchbay.googlecalendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.api.item.CalendarEvent;
import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.api.item.Patch;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Target;
import dev.patchbay.googlecalendar.json.Node;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the plugin sends, checked against the official description. */
class RequestContractTest {
  private static final LocalDateTime START = LocalDateTime.parse("2026-12-01T12:00:00");

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
  void should_write_events_as_it_is_officially_described() {
    Contracts.calendar()
        .ifPresent(
            document -> {
              var methods = List.of("insert", "patch", "move", "delete");
              var asked = written();
              for (var i = 0; i < methods.size(); i++) {
                check(
                    new Node(document),
                    method(new Node(document), "events", methods.get(i)),
                    asked.get(i));
              }
            });
  }

  @Test
  void should_say_with_each_write_who_is_told() {
    assertThat(written().subList(0, 4))
        .allSatisfy(asked -> assertThat(asked.query()).containsEntry("sendUpdates", "none"));
    assertThat(written().subList(4, 8))
        .allSatisfy(asked -> assertThat(asked.query()).containsEntry("sendUpdates", "all"));
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
    return method(document, resource, "list");
  }

  private static Node method(Node document, String resource, String name) {
    return document
        .object("resources")
        .flatMap(all -> all.object(resource))
        .flatMap(it -> it.object("methods"))
        .flatMap(methods -> methods.object(name))
        .orElseThrow();
  }

  /** Each write in silence, and each of which invitees are told. */
  private static List<ScriptedGoogle.Asked> written() {
    try (var google = ScriptedGoogle.start()) {
      var silent = google.client().targets().get(0);
      write(google, silent);
      write(google, silent.notifying());
      return google.asked();
    }
  }

  private static void write(ScriptedGoogle google, Target target) {
    var event =
        "{\"id\":\"e1\",\"etag\":\"\\\"1\\\"\",\"start\":{\"date\":\"2026-12-01\"},"
            + "\"end\":{\"date\":\"2026-12-02\"}}";
    google.then(200, event).then(200, event).then(200, event).then(204, "");
    var made =
        target.create(
            new CollectionId("a@x.org"),
            CalendarEvent.builder("u").title("t").start(START).build(),
            new IdempotencyKey("k"));
    target.update(made.id(), Patch.of(Map.of("title", "u")).basedOn(made.item()), made.version());
    target.move(made.id(), new CollectionId("b@x.org"));
    target.delete(made.id(), made.version());
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
