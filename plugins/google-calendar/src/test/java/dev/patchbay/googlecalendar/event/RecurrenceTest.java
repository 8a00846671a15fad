package dev.patchbay.googlecalendar.event;

import static dev.patchbay.googlecalendar.event.Mapped.edited;
import static dev.patchbay.googlecalendar.event.Mapped.event;
import static dev.patchbay.googlecalendar.event.Mapped.extension;
import static dev.patchbay.googlecalendar.event.Mapped.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.item.CalendarEvent;
import dev.patchbay.googlecalendar.json.Node;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {

  @Test
  void should_have_the_rule_as_an_object() {
    var item = zoned("RRULE:FREQ=MONTHLY;WKST=SU;COUNT=12;INTERVAL=2;BYDAY=1MO,-1FR,WE");

    assertThat(item.json().get("recurrenceRules"))
        .isEqualTo(
            json("""
                    {"rules":[{"@type":"RecurrenceRule","frequency":"monthly","firstDayOfWeek":"su",
                    "count":12,"interval":2,"byDay":[
                    {"@type":"NDay","day":"mo","nthOfPeriod":1},
                    {"@type":"NDay","day":"fr","nthOfPeriod":-1},
                    {"@type":"NDay","day":"we"}]}]}""")
                .get("rules"));
    assertThat(extension(item)).isEmpty();
  }

  @Test
  void should_say_the_last_moment_on_the_clock_of_the_series() {
    var item = zoned("RRULE:FREQ=DAILY;UNTIL=20261231T225959Z");

    assertThat(rule(item)).containsEntry("until", "2026-12-31T23:59:59");
    assertThat(extension(item)).isEmpty();
  }

  @Test
  void should_count_the_last_day_in_when_it_has_no_time() {
    assertThat(rule(zoned("RRULE:FREQ=DAILY;UNTIL=20261231")))
        .containsEntry("until", "2026-12-31T23:59:59");
    var days = allDay("RRULE:FREQ=DAILY;UNTIL=20261231");
    assertThat(rule(days)).containsEntry("until", "2026-12-31T00:00:00");
    assertThat(extension(days)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RRULE:FREQ=YEARLY;BYMONTH=1,5;BYMONTHDAY=-1,15",
        "RRULE:FREQ=YEARLY;BYWEEKNO=20,-1;BYDAY=MO",
        "RRULE:FREQ=YEARLY;BYYEARDAY=1,-1",
        "RRULE:FREQ=YEARLY;RSCALE=CHINESE;SKIP=FORWARD;BYMONTH=5L",
        "RRULE:FREQ=DAILY;BYHOUR=9,17;BYMINUTE=0,30;BYSECOND=0",
        "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "RRULE:FREQ=HOURLY;COUNT=3",
        "RRULE:FREQ=MINUTELY;INTERVAL=90",
        "RRULE:FREQ=SECONDLY;COUNT=2"
      })
  void should_come_back_from_the_object_alone(String line) {
    assertThat(extension(zoned(line))).isEmpty();
    assertThat(extension(allDay(line))).isEmpty();
  }

  @Test
  void should_exclude_and_add_single_dates() {
    var item =
        zoned(
            "RRULE:FREQ=WEEKLY",
            "EXRULE:FREQ=WEEKLY;INTERVAL=4",
            "RDATE;TZID=Europe/Zurich:20261205T100000",
            "RDATE;VALUE=PERIOD;TZID=Europe/Zurich:20261206T100000/PT2H",
            "EXDATE;TZID=Europe/Zurich:20261130T090000,20261207T090000");

    assertThat(item.json().get("recurrenceOverrides"))
        .isEqualTo(
            Map.of(
                "2026-12-05T10:00:00", Map.of(),
                "2026-12-06T10:00:00", Map.of("duration", "PT2H"),
                "2026-11-30T09:00:00", Map.of("excluded", true),
                "2026-12-07T09:00:00", Map.of("excluded", true)));
    assertThat((List<?>) item.json().get("excludedRecurrenceRules")).hasSize(1);
    assertThat(extension(item)).isEmpty();
  }

  @Test
  void should_say_single_dates_on_the_clock_of_the_series_when_google_says_them_on_another() {
    var item = zoned("RRULE:FREQ=DAILY", "EXDATE:20261130T080000Z");

    assertThat(item.json().get("recurrenceOverrides"))
        .isEqualTo(Map.of("2026-11-30T09:00:00", Map.of("excluded", true)));
    assertThat(extension(item)).containsOnlyKeys("recurrence");
  }

  @Test
  void should_have_days_when_the_series_is_of_whole_days() {
    var item = allDay("RRULE:FREQ=WEEKLY", "EXDATE;VALUE=DATE:20261130");

    assertThat(item.json().get("recurrenceOverrides"))
        .isEqualTo(Map.of("2026-11-30T00:00:00", Map.of("excluded", true)));
    assertThat(extension(item)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RRULE:FREQ=FORTNIGHTLY",
        "RRULE:FREQ=DAILY;COUNT=0",
        "RRULE:FREQ=DAILY;COUNT=2;UNTIL=20270101T000000Z",
        "RRULE:FREQ=DAILY;BYDAY=0MO",
        "RRULE:FREQ=DAILY;BYMONTHDAY=0",
        "RRULE:FREQ=DAILY;BYHOUR=24",
        "RRULE:FREQ=DAILY;UNTIL=soon",
        "RRULE:FREQ=DAILY;X-PARTY=1",
        "RRULE:FREQ=DAILY;FREQ=WEEKLY",
        "RRULE:INTERVAL=2",
        "RRULE:",
        "EXDATE;TZID=Mars/Olympus:20261130T090000",
        "EXDATE;VALUE=DATE:20261130",
        "RDATE;VALUE=PERIOD:20261130T090000Z/20261130T100000Z",
        "X-LINE:whatever",
        "no line at all"
      })
  void should_keep_a_line_for_google_when_jscalendar_has_no_place_for_it(String line) {
    var item = zoned(line, "RRULE:FREQ=WEEKLY");

    assertThat((List<?>) item.json().get("recurrenceRules")).hasSize(1);
    assertThat(item.json()).doesNotContainKey("recurrenceOverrides");
    assertThat(extension(item).get("recurrence")).isEqualTo(List.of(line, "RRULE:FREQ=WEEKLY"));
  }

  @Test
  void should_write_the_crms_rule_when_it_was_changed() {
    var item = zoned("EXDATE:20261130T080000Z", "RRULE:BYDAY=MO;FREQ=WEEKLY");
    var daily = List.of(Map.of("@type", "RecurrenceRule", "frequency", "daily"));

    assertThat(EventMapping.toGoogle(edited(item, "recurrenceRules", daily)).get("recurrence"))
        .isEqualTo(List.of("RRULE:FREQ=DAILY", "EXDATE;TZID=Europe/Zurich:20261130T090000"));
  }

  @Test
  void should_know_its_occurrence_when_it_is_an_exception() {
    var item =
        event(
            """
            "id":"s_1","recurringEventId":"s","iCalUID":"s@google.com",
            "originalStartTime":{"dateTime":"2026-11-30T09:00:00+01:00","timeZone":"Europe/Zurich"},
            "start":{"dateTime":"2026-12-01T11:00:00+01:00","timeZone":"Europe/Zurich"},
            "end":{"dateTime":"2026-12-01T12:00:00+01:00","timeZone":"Europe/Zurich"}""");

    assertThat(item.uid()).isEqualTo("s@google.com");
    assertThat(item.json())
        .containsEntry("recurrenceId", "2026-11-30T09:00:00")
        .containsEntry("recurrenceIdTimeZone", "Europe/Zurich")
        .containsEntry("start", "2026-12-01T11:00:00");
    assertThat(extension(item)).isEqualTo(Map.of("id", "s_1", "recurringEventId", "s"));
  }

  @Test
  void should_know_its_day_when_it_is_an_exception_of_a_series_of_days() {
    var item =
        event(
            """
            "recurringEventId":"s","iCalUID":"s@google.com",
            "originalStartTime":{"date":"2026-11-30"},
            "start":{"date":"2026-12-01"},"end":{"date":"2026-12-02"}""");

    assertThat(item.json())
        .containsEntry("recurrenceId", "2026-11-30T00:00:00")
        .doesNotContainKey("recurrenceIdTimeZone");
    assertThat(extension(item)).containsOnlyKeys("recurringEventId");
  }

  @Test
  void should_stand_where_it_would_have_been_when_an_occurrence_is_cancelled_without_detail() {
    var item =
        event(
            """
            "id":"s_1","status":"cancelled","recurringEventId":"s",
            "originalStartTime":{"dateTime":"2026-11-30T09:00:00+01:00","timeZone":"Europe/Zurich"}
            """);

    assertThat(item.uid()).isEqualTo("s@google.com");
    assertThat(item.json())
        .containsEntry("start", "2026-11-30T09:00:00")
        .containsEntry("updated", "1970-01-01T00:00:00Z");
    assertThat(extension(item))
        .isEqualTo(
            Map.of("id", "s_1", "recurringEventId", "s", "absent", List.of("iCalUID", "start")));
  }

  private static CalendarEvent zoned(String... lines) {
    return event(
        """
        "start":{"dateTime":"2026-11-23T09:00:00+01:00","timeZone":"Europe/Zurich"},
        "end":{"dateTime":"2026-11-23T10:00:00+01:00","timeZone":"Europe/Zurich"},
        "iCalUID":"s@google.com","recurrence":"""
            + list(lines));
  }

  private static CalendarEvent allDay(String... lines) {
    return event(
        """
        "start":{"date":"2026-11-23"},"end":{"date":"2026-11-24"},
        "iCalUID":"s@google.com","recurrence":"""
            + list(lines));
  }

  private static String list(String... lines) {
    return Stream.of(lines).collect(Collectors.joining("\",\"", "[\"", "\"]"));
  }

  private static Map<String, Object> rule(CalendarEvent item) {
    return new Node(item.json())
        .objects("recurrenceRules").stream().findFirst().orElseThrow().json();
  }
}
