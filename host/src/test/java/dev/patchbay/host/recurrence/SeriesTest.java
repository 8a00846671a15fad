package dev.patchbay.host.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a series has occurrences, and what becomes of it when it is split. */
class SeriesTest {
  private static final List<Map<String, String>> TUESDAY_AND_FRIDAY =
      List.of(Map.of("day", "tu"), Map.of("day", "fr"));

  @Test
  void should_end_at_the_last_occurrence_before_and_go_on_with_the_same_rule() {
    Map<String, Object> rule = Map.of("frequency", "weekly", "byDay", TUESDAY_AND_FRIDAY);
    Map<String, Object> data = series("2026-12-01T09:00:00", rule);

    assertThat(ending(data, "2026-12-08T09:00:00"))
        .containsEntry("start", "2026-12-01T09:00:00")
        .containsEntry("recurrenceRules", List.of(with(rule, "until", "2026-12-04T09:00:00")));
    assertThat(continuing(data, "2026-12-08T09:00:00"))
        .isEqualTo(series("2026-12-08T09:00:00", rule));
  }

  @Test
  void should_share_the_count() {
    Map<String, Object> data =
        series(
            "2026-12-01T09:00:00",
            Map.of("frequency", "weekly", "byDay", TUESDAY_AND_FRIDAY, "count", 10));

    assertThat(rule(ending(data, "2026-12-08T09:00:00")))
        .doesNotContainKey("count")
        .containsEntry("until", "2026-12-04T09:00:00");
    assertThat(rule(continuing(data, "2026-12-08T09:00:00"))).containsEntry("count", 8L);
    assertThat(has(data, "2027-01-01T09:00:00")).isTrue();
    assertThat(has(data, "2027-01-05T09:00:00")).as("the eleventh").isFalse();
  }

  @Test
  void should_keep_the_end_of_the_second_half() {
    Map<String, Object> rule = Map.of("frequency", "weekly", "until", "2026-12-29T09:00:00");
    Map<String, Object> data = series("2026-12-01T09:00:00", rule);

    assertThat(continuing(data, "2026-12-15T09:00:00"))
        .containsEntry("recurrenceRules", List.of(rule));
    assertThat(has(data, "2026-12-29T09:00:00")).as("the end belongs to it").isTrue();
    assertThat(has(data, "2027-01-05T09:00:00")).isFalse();
  }

  @Test
  void should_leave_a_series_as_it_is_that_ends_before() {
    Map<String, Object> until =
        series(
            "2026-12-01T09:00:00", Map.of("frequency", "weekly", "until", "2026-12-10T00:00:00"));
    Map<String, Object> count =
        series("2026-12-01T09:00:00", Map.of("frequency", "weekly", "count", 2));

    assertThat(ending(until, "2026-12-15T09:00:00")).isEqualTo(until);
    assertThat(ending(count, "2026-12-15T09:00:00")).isEqualTo(count);
  }

  @Test
  void should_end_once_however_often_it_is_ended() {
    Map<String, Object> data = series("2026-12-01T09:00:00", Map.of("frequency", "daily"));
    Map<String, Object> ended = ending(data, "2026-12-15T09:00:00");

    assertThat(ending(ended, "2026-12-15T09:00:00")).isEqualTo(ended);
  }

  @Test
  void should_find_the_days_of_a_monthly_rule() {
    Map<String, Object> lastFriday =
        series(
            "2026-10-30T09:00:00",
            Map.of(
                "frequency", "monthly", "byDay", List.of(Map.of("day", "fr", "nthOfPeriod", -1))));

    assertThat(has(lastFriday, "2026-12-25T09:00:00")).isTrue();
    assertThat(has(lastFriday, "2026-12-18T09:00:00")).isFalse();
    assertThat(rule(ending(lastFriday, "2026-12-25T09:00:00")))
        .containsEntry("until", "2026-11-27T09:00:00");
  }

  @Test
  void should_pass_over_months_without_the_day() {
    Map<String, Object> data = series("2026-10-31T09:00:00", Map.of("frequency", "monthly"));

    assertThat(has(data, "2026-11-30T09:00:00")).isFalse();
    assertThat(rule(ending(data, "2026-12-31T09:00:00")))
        .containsEntry("until", "2026-10-31T09:00:00");
  }

  @Test
  void should_keep_the_interval() {
    Map<String, Object> data =
        series("2026-12-01T09:00:00", Map.of("frequency", "weekly", "interval", 2));

    assertThat(has(data, "2026-12-08T09:00:00")).isFalse();
    assertThat(has(data, "2026-12-15T09:00:00")).isTrue();
  }

  @Test
  void should_reckon_by_local_time_over_clock_changes() {
    Map<String, Object> data = series("2027-03-27T02:30:00", Map.of("frequency", "daily"));

    assertThat(has(data, "2027-03-28T02:30:00")).as("an hour that the clock leaves out").isTrue();
    assertThat(has(data, "2027-03-29T02:30:00")).isTrue();
    assertThat(rule(ending(data, "2027-03-29T02:30:00")))
        .containsEntry("until", "2027-03-28T02:30:00");
  }

  @Test
  void should_split_whole_days() {
    Map<String, Object> data = series("2026-12-01T00:00:00", Map.of("frequency", "weekly"));
    data.put("showWithoutTime", true);

    assertThat(has(data, "2026-12-15")).isTrue();
    assertThat(rule(ending(data, "2026-12-15"))).containsEntry("until", "2026-12-08T00:00:00");
    assertThat(continuing(data, "2026-12-15")).containsEntry("start", "2026-12-15T00:00:00");
  }

  @Test
  void should_give_each_half_what_was_excluded_or_added_there() {
    Map<String, Object> excluded = Map.of("excluded", true);
    Map<String, Object> data = series("2026-12-01T09:00:00", Map.of("frequency", "weekly"));
    data.put(
        "recurrenceOverrides",
        Map.of(
            "2026-12-08T09:00:00",
            excluded,
            "2026-12-10T09:00:00",
            Map.of(),
            "2026-12-22T09:00:00",
            excluded,
            "2026-12-24T09:00:00",
            Map.of()));

    assertThat(has(data, "2026-12-22T09:00:00")).isFalse();
    assertThat(has(data, "2026-12-24T09:00:00")).as("the rule does not yield it").isFalse();
    assertThat(ending(data, "2026-12-15T09:00:00").get("recurrenceOverrides"))
        .isEqualTo(Map.of("2026-12-08T09:00:00", excluded, "2026-12-10T09:00:00", Map.of()));
    assertThat(continuing(data, "2026-12-15T09:00:00").get("recurrenceOverrides"))
        .isEqualTo(Map.of("2026-12-22T09:00:00", excluded, "2026-12-24T09:00:00", Map.of()));
  }

  @Test
  void should_know_the_first_occurrence_that_takes_place() {
    Map<String, Object> data = series("2026-12-01T09:00:00", Map.of("frequency", "weekly"));
    data.put("recurrenceOverrides", Map.of("2026-12-01T09:00:00", Map.of("excluded", true)));
    Series series = Series.of(data);

    assertThat(series.hasBefore(Series.time("2026-12-08T09:00:00"))).isFalse();
    assertThat(series.hasBefore(Series.time("2026-12-15T09:00:00"))).isTrue();
  }

  @Test
  void should_count_the_start_even_where_the_rule_does_not_yield_it() {
    Map<String, Object> data =
        series(
            "2026-12-02T09:00:00",
            Map.of("frequency", "weekly", "byDay", List.of(Map.of("day", "tu")), "count", 3));

    assertThat(has(data, "2026-12-15T09:00:00")).isTrue();
    assertThat(has(data, "2026-12-22T09:00:00")).isFalse();
    assertThat(rule(continuing(data, "2026-12-15T09:00:00"))).containsEntry("count", 1L);
  }

  @Test
  void should_refuse_what_cannot_be_reckoned() {
    refuses(Map.of("frequency", "weekly", "rscale", "hebrew"), "rscale: hebrew");
    refuses(Map.of("frequency", "monthly", "skip", "forward"), "skip: forward");
    refuses(Map.of("frequency", "now and then"), "cannot be reckoned");
    refuses(Map.of("frequency", "secondly"), "more than 20000 occurrences");
    Map<String, Object> data = series("2026-12-01T09:00:00", Map.of("frequency", "weekly"));
    data.put("excludedRecurrenceRules", List.of(Map.of("frequency", "monthly")));
    assertThatThrownBy(() -> Series.of(data)).hasMessageContaining("more than one rule");
  }

  private static void refuses(Map<String, Object> rule, String reason) {
    assertThatThrownBy(() -> has(series("2026-12-01T09:00:00", rule), "2026-12-15T09:00:00"))
        .isInstanceOf(NotSplittable.class)
        .hasMessageContaining(reason);
  }

  private static Map<String, Object> series(String start, Map<String, Object> rule) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("start", start);
    data.put("recurrenceRules", List.of(rule));
    return data;
  }

  private static Map<String, Object> with(Map<String, Object> rule, String name, Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(rule);
    copy.put(name, value);
    return copy;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> rule(Map<String, Object> data) {
    return (Map<String, Object>) ((List<?>) data.get("recurrenceRules")).get(0);
  }

  private static boolean has(Map<String, Object> data, String time) {
    return Series.of(data).has(Series.time(time));
  }

  private static Map<String, Object> ending(Map<String, Object> data, String from) {
    return Series.of(data).endingBefore(Series.time(from));
  }

  private static Map<String, Object> continuing(Map<String, Object> data, String from) {
    return Series.of(data).continuingAt(Series.time(from));
  }
}
