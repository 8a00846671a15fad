package dev.patchbay.host.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.host.fixture.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTest {
  private final SettableClock clock = new SettableClock();
  private final Ids ids = new Ids(clock);

  @Test
  void should_sort_by_age_when_time_passes() {
    List<String> made =
        IntStream.range(0, 200)
            .mapToObj(
                i -> {
                  clock.advance(Duration.ofMillis(1 + 37L * i));
                  return ids.next("con");
                })
            .toList();

    assertThat(made).isSorted();
  }

  @Test
  void should_differ_when_made_in_the_same_instant() {
    Set<String> made =
        IntStream.range(0, 10_000).mapToObj(i -> ids.next("con")).collect(Collectors.toSet());

    assertThat(made).hasSize(10_000);
  }

  @Test
  void should_fit_their_column_when_the_prefix_is_longest() {
    assertThat(ids.next("abcdefgh")).matches("abcdefgh_[0-9a-hjkmnp-tv-z]{26}").hasSizeLessThan(41);
  }

  @Test
  void should_refuse_a_prefix_when_it_is_no_word() {
    assertThatThrownBy(() -> ids.next("A-1")).hasMessageContaining("A-1");
  }
}
