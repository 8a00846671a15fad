package dev.patchbay.googlecalendar.event;

import static dev.patchbay.googlecalendar.event.Mapped.edited;
import static dev.patchbay.googlecalendar.event.Mapped.event;
import static dev.patchbay.googlecalendar.event.Mapped.extension;
import static dev.patchbay.googlecalendar.event.Mapped.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.Rejected;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

  @Test
  void should_have_days_and_no_zone_when_it_is_all_day() {
    var item = event(times("{'date':'2026-12-24'}", "{'date':'2026-12-27'}"));

    assertThat(item.json())
        .containsEntry("start", "2026-12-24T00:00:00")
        .containsEntry("duration", "P3D")
        .containsEntry("showWithoutTime", true)
        .doesNotContainKey("timeZone");
    assertThat(extension(item)).isEmpty();
  }

  @Test
  void should_have_local_time_and_zone_when_google_says_both() {
    var item =
        event(
            times(
                "{'dateTime':'2026-07-01T09:00:00+02:00','timeZone':'Europe/Zurich'}",
                "{'dateTime':'2026-07-01T10:30:00+02:00','timeZone':'Europe/Zurich'}"));

    assertThat(item.json())
        .containsEntry("start", "2026-07-01T09:00:00")
        .containsEntry("timeZone", "Europe/Zurich")
        .containsEntry("duration", "PT1H30M")
        .doesNotContainKey("showWithoutTime");
    assertThat(extension(item)).isEmpty();
  }

  @Test
  void should_have_the_clock_of_the_event_when_google_says_it_on_the_calendars_clock() {
    var item =
        event(
            times(
                "{'dateTime':'2026-07-01T15:00:00+02:00','timeZone':'America/New_York'}",
                "{'dateTime':'2026-07-01T16:00:00+02:00','timeZone':'America/New_York'}"));

    assertThat(item.json())
        .containsEntry("start", "2026-07-01T09:00:00")
        .containsEntry("timeZone", "America/New_York");
    assertThat(extension(item).toString()).contains("2026-07-01T15:00:00+02:00");
  }

  @Test
  void should_keep_the_exact_length_when_the_clock_changes_meanwhile() {
    var item =
        event(
            times(
                "{'dateTime':'2026-10-24T22:00:00+02:00','timeZone':'Europe/Zurich'}",
                "{'dateTime':'2026-10-25T22:00:00+01:00','timeZone':'Europe/Zurich'}"));

    assertThat(item.json()).containsEntry("duration", "PT25H");
    assertThat(extension(item)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-25T02:30:00+02:00,2026-10-25T03:30:00+01:00,PT2H,false",
    "2026-10-25T02:30:00+01:00,2026-10-25T03:30:00+01:00,PT1H,true"
  })
  void should_tell_the_two_hours_apart_when_the_clock_is_set_back(
      String start, String end, String duration, boolean kept) {
    var item =
        event(
            times(
                "{'dateTime':'" + start + "','timeZone':'Europe/Zurich'}",
                "{'dateTime':'" + end + "','timeZone':'Europe/Zurich'}"));

    assertThat(item.json())
        .containsEntry("start", "2026-10-25T02:30:00")
        .containsEntry("duration", duration);
    assertThat(extension(item).containsKey("start")).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-01T09:00:00Z,Etc/UTC,2026-07-01T09:00:00",
    "2026-07-01T09:00:00+02:00,Etc/GMT-2,2026-07-01T09:00:00",
    "2026-07-01T09:00:00-05:00,Etc/GMT+5,2026-07-01T09:00:00",
    "2026-07-01T09:00:00+05:30,Etc/UTC,2026-07-01T03:30:00",
    "2026-07-01T09:00:00.500Z,Etc/UTC,2026-07-01T09:00:00.5"
  })
  void should_have_a_zone_of_fixed_offset_when_google_says_only_an_offset(
      String dateTime, String zone, String local) {
    var time = "{'dateTime':'" + dateTime + "'}";

    assertThat(event(times(time, time)).json())
        .containsEntry("start", local)
        .containsEntry("timeZone", zone)
        .containsEntry("duration", "P0D");
  }

  @Test
  void should_keep_the_name_of_a_zone_for_google_when_it_is_no_iana_name() {
    var item =
        event(
            times(
                "{'dateTime':'2026-07-01T09:00:00-07:00','timeZone':'Pacific Standard Time'}",
                "{'dateTime':'2026-07-01T10:00:00-07:00','timeZone':'Pacific Standard Time'}"));

    assertThat(item.json()).containsEntry("timeZone", "Etc/GMT+7");
    assertThat(extension(item).toString()).contains("Pacific Standard Time");
  }

  @Test
  void should_float_when_google_says_neither_offset_nor_zone() {
    var item =
        event(times("{'dateTime':'2026-07-01T09:00:00'}", "{'dateTime':'2026-07-02T08:00:00'}"));

    assertThat(item.json())
        .containsEntry("start", "2026-07-01T09:00:00")
        .containsEntry("duration", "PT23H")
        .doesNotContainKeys("timeZone", "showWithoutTime");
    assertThat(extension(item)).isEmpty();
  }

  @Test
  void should_have_the_zone_of_the_end_as_a_location_when_it_is_another() {
    var item =
        event(
            times(
                "{'dateTime':'2026-07-01T10:00:00+02:00','timeZone':'Europe/Zurich'}",
                "{'dateTime':'2026-07-01T13:00:00-04:00','timeZone':'America/New_York'}"));

    assertThat(item.json()).containsEntry("duration", "PT9H");
    assertThat(item.json().get("locations"))
        .isEqualTo(
            Map.of(
                "end",
                Map.of("@type", "Location", "relativeTo", "end", "timeZone", "America/New_York")));
    assertThat(extension(item)).isEmpty();
  }

  @Test
  void should_have_no_duration_when_google_says_that_the_end_is_not_known() {
    var item =
        event(
            "\"endTimeUnspecified\":true,"
                + times(
                    "{'dateTime':'2026-07-01T09:00:00Z','timeZone':'Etc/UTC'}",
                    "{'dateTime':'2026-07-01T10:00:00Z','timeZone':'Etc/UTC'}"));

    assertThat(item.json()).doesNotContainKey("duration");
    assertThat(item.duration()).isZero();
    assertThat(extension(item)).containsOnlyKeys("endTimeUnspecified", "end");
  }

  @Test
  void should_have_no_duration_when_it_ends_before_it_starts() {
    var item = event(times("{'date':'2026-12-24'}", "{'date':'2026-12-23'}"));

    assertThat(item.json()).doesNotContainKey("duration");
    assertThat(extension(item).get("end")).isEqualTo(Map.of("date", "2026-12-23"));
  }

  @Test
  void should_write_the_new_time_when_the_crm_moved_an_event_that_google_spelled_its_own_way() {
    var item =
        event(
            times(
                "{'dateTime':'2026-07-01T15:00:00+02:00','timeZone':'America/New_York'}",
                "{'dateTime':'2026-07-01T16:00:00+02:00','timeZone':'America/New_York'}"));

    var google = EventMapping.toGoogle(edited(item, "start", "2026-07-02T11:00:00"));

    assertThat(google)
        .containsEntry(
            "start",
            Map.of("dateTime", "2026-07-02T11:00:00-04:00", "timeZone", "America/New_York"))
        .containsEntry(
            "end", Map.of("dateTime", "2026-07-02T12:00:00-04:00", "timeZone", "America/New_York"));
  }

  @Test
  void should_write_a_known_end_when_the_crm_gave_an_open_event_a_duration() {
    var item =
        event(
            "\"endTimeUnspecified\":true,"
                + times(
                    "{'dateTime':'2026-07-01T09:00:00Z','timeZone':'Etc/UTC'}",
                    "{'dateTime':'2026-07-01T10:00:00Z','timeZone':'Etc/UTC'}"));

    var google = EventMapping.toGoogle(edited(item, "duration", "PT2H"));

    assertThat(google)
        .doesNotContainKey("endTimeUnspecified")
        .containsEntry("end", Map.of("dateTime", "2026-07-01T11:00:00Z", "timeZone", "Etc/UTC"));
  }

  @ParameterizedTest
  @CsvSource({"P1W,2026-12-31", "P1W1D,2027-01-01", "PT48H,2026-12-26", "P1DT24H,2026-12-26"})
  void should_count_whole_days_when_the_crm_says_how_long_a_day_event_lasts(
      String duration, String end) {
    var item = event(times("{'date':'2026-12-24'}", "{'date':'2026-12-25'}"));

    assertThat(EventMapping.toGoogle(edited(item, "duration", duration)))
        .containsEntry("end", Map.of("date", end));
  }

  @Test
  void should_count_days_by_the_calendar_when_the_crm_says_days_over_a_clock_change() {
    var item =
        event(
            times(
                "{'dateTime':'2026-10-24T22:00:00+02:00','timeZone':'Europe/Zurich'}",
                "{'dateTime':'2026-10-24T23:00:00+02:00','timeZone':'Europe/Zurich'}"));

    assertThat(EventMapping.toGoogle(edited(item, "duration", "P1DT1H")))
        .containsEntry(
            "end", Map.of("dateTime", "2026-10-25T23:00:00+01:00", "timeZone", "Europe/Zurich"));
  }

  @Test
  void should_reject_an_event_without_a_start_and_name_it() {
    assertThatThrownBy(() -> EventMapping.toItem(json("{\"id\":\"e7\",\"summary\":\"x\"}")))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("\"e7\"");
  }

  private static String times(String start, String end) {
    return "\"start\":%s,\"end\":%s".formatted(start, end).replace('\'', '"');
  }
}
