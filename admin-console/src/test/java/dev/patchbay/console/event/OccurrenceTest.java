package dev.patchbay.console.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccurrenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-24T09:00 | PT45M    | false | Tuesday, 24 November 2026, 09:00–09:45
          2026-11-24T09:00 | ''       | false | Tuesday, 24 November 2026, 09:00
          2026-11-24T00:00 | P1D      | true  | Tuesday, 24 November 2026
          2026-11-24T00:00 | P1W      | true  | Tuesday, 24 November 2026 to Monday, 30 November 2026
          2026-11-24T22:00 | P1DT2H   | false | Tuesday, 24 November 2026 to Wednesday, 25 November 2026, 22:00–00:00
          2026-11-24T22:00 | PT4H     | false | Tuesday, 24 November 2026 to Wednesday, 25 November 2026, 22:00–02:00
          """)
  void should_say_days_and_hours_when_it_has_a_length(
      LocalDateTime start, String duration, boolean allDay, String words) {
    assertThat(Occurrence.of(start, duration, allDay, Optional.empty()).inWords()).isEqualTo(words);
  }
}
