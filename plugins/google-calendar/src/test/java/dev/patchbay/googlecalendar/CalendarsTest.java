package dev.patchbay.googlecalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.sync.Collection;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Source;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarsTest {

  @AutoClose private final ScriptedGoogle google = ScriptedGoogle.start();
  private final Source source = google.client().sources().get(0);

  @Test
  void should_page_through_the_list() {
    google
        .then(200, list("\"nextPageToken\":\"p2\",", "{\"id\":\"a\",\"summary\":\"A\"}"))
        .then(200, list("", "{\"id\":\"b\",\"summary\":\"B\"}"));

    var first = source.collections(Cursor.start());
    var second = source.collections(first.next().orElseThrow());

    assertThat(first.last()).isFalse();
    assertThat(second.last()).isTrue();
    assertThat(second.snapshot()).isTrue();
    assertThat(second.next()).isEmpty();
    assertThat(google.asked().get(0).path())
        .isEqualTo("/www.googleapis.com/calendar/v3/users/me/calendarList");
    assertThat(google.asked().get(0).query()).containsEntry("maxResults", "250");
    assertThat(google.asked().get(1).query()).containsEntry("pageToken", "p2");
  }

  @Test
  void should_say_what_is_known_of_a_calendar() {
    google.then(
        200,
        list(
            "",
            """
            {"id":"me@x.org","summary":"me@x.org","summaryOverride":"Mine","primary":true,
             "accessRole":"owner","backgroundColor":"#9fe1e7","timeZone":"Europe/Zurich"}"""));

    var calendar = source.collections(Cursor.start()).items().get(0);

    assertThat(calendar.name()).isEqualTo("Mine");
    assertThat(calendar.primary()).isTrue();
    assertThat(calendar.writable()).isTrue();
    assertThat(calendar.color()).contains("#9fe1e7");
    assertThat(calendar.timeZone()).contains("Europe/Zurich");
  }

  @Test
  void should_be_writable_only_when_the_role_allows_it() {
    google.then(
        200,
        list(
            "",
            entry("a", "owner"),
            entry("b", "writer"),
            entry("c", "reader"),
            entry("d", "freeBusyReader")));

    assertThat(source.collections(Cursor.start()).items())
        .extracting(Collection::writable)
        .containsExactly(true, true, false, false);
  }

  @Test
  void should_leave_out_what_the_user_deleted_or_hid() {
    google.then(
        200,
        list(
            "",
            "{\"id\":\"a\",\"deleted\":true}",
            "{\"id\":\"b\",\"hidden\":true}",
            "{\"id\":\"c\",\"hidden\":false,\"deleted\":false}"));

    assertThat(source.collections(Cursor.start()).items())
        .extracting(Collection::name)
        .containsExactly("c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"kind\":\"calendar#events\"}",
        "<html>Please sign in</html>",
        "{\"kind\":\"calendar#calendarList\",\"items\":[{\"id\":",
        "{\"kind\":\"calendar#calendarList\",\"items\":\"none\"}",
        "{\"kind\":\"calendar#calendarList\",\"items\":[{\"summary\":\"nameless\"}]}",
        "{\"kind\":\"calendar#calendarList\",\"items\":[7]}"
      })
  void should_be_unavailable_when_the_answer_is_no_list_of_calendars(String body) {
    google.then(200, body);

    assertThatThrownBy(() -> source.collections(Cursor.start())).isInstanceOf(Unavailable.class);
  }

  private static String entry(String id, String role) {
    return "{\"id\":\"%s\",\"accessRole\":\"%s\"}".formatted(id, role);
  }

  private static String list(String token, String... entries) {
    return "{\"kind\":\"calendar#calendarList\",%s\"items\":[%s]}"
        .formatted(token, String.join(",", entries));
  }
}
