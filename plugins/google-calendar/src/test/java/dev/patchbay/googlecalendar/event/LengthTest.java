package dev.patchbay.googlecalendar.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LengthTest {

  @ParameterizedTest
  @CsvSource({
    "PT1H5S,PT1H0M5S",
    "PT25H,PT25H",
    "PT1H30M,PT1H30M",
    "PT90S,PT1M30S",
    "PT0.5S,PT0.5S",
    "PT2H0.25S,PT2H0M0.25S"
  })
  void should_leave_no_gap_between_units(Duration exact, String text) {
    assertThat(Length.exactly(exact).format()).isEqualTo(text);
    assertThat(Length.parse(text)).contains(Length.exactly(exact));
  }

  @Test
  void should_count_weeks_as_days() {
    assertThat(Length.parse("P2W1DT3H")).contains(new Length(15, Duration.ofHours(3)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "P", "PT", "P1DT", "1D", "-P1D", "P1Y", "PT1.5H", "P99999999999D"})
  void should_be_empty_when_it_is_no_duration(String text) {
    assertThat(Length.parse(text)).isEmpty();
  }
}
