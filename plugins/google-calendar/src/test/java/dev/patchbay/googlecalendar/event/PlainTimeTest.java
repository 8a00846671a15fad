package dev.patchbay.googlecalendar.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.googlecalendar.json.Node;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What is read and written by hand must be what the JDK's formatters read and write. */
class PlainTimeTest {

  private static final DateTimeFormatter GOOGLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

  @Property
  void should_write_local_times_as_the_formatter_does(@ForAll("times") LocalDateTime time) {
    assertThat(Local.format(time)).isEqualTo(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time));
  }

  @Property
  void should_write_instants_as_the_formatter_does(@ForAll("times") LocalDateTime time) {
    Instant instant = time.toInstant(ZoneOffset.UTC);

    assertThat(Utc.format(instant))
        .isEqualTo(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time) + "Z");
    assertThat(Utc.googleFormat(instant)).isEqualTo(GOOGLE.format(time));
  }

  @Property(tries = 5_000)
  void should_read_local_times_as_the_formatter_does(@ForAll("texts") String text) {
    assertThat(Local.parse(text)).isEqualTo(unless(() -> LocalDateTime.parse(text)));
  }

  @Property(tries = 5_000)
  void should_read_instants_as_the_formatter_does(@ForAll("texts") String text) {
    assertThat(Utc.parse(text + "Z"))
        .isEqualTo(unless(() -> OffsetDateTime.parse(text + "Z").toInstant()));
  }

  @Property(tries = 5_000)
  void should_read_times_with_an_offset_as_the_formatter_does(
      @ForAll("texts") String text, @ForAll("offsets") String offset) {
    var read = GoogleTime.parse(Node.empty().set("dateTime", text + offset));

    assertThat(read.map(GoogleTime::instant)).isEqualTo(unless(() -> instant(text + offset)));
  }

  private static Instant instant(String text) {
    var time =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    return time instanceof OffsetDateTime withOffset
        ? withOffset.toInstant()
        : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
  }

  @Provide
  Arbitrary<LocalDateTime> times() {
    return Combinators.combine(
            Arbitraries.longs().between(-70_000_000_000L, 260_000_000_000L),
            Arbitraries.of(0, 1, 117_000_000, 120_000_000, 100_000_000, 5_000_000, 999_999_999))
        .as((seconds, nanos) -> LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC));
  }

  /** Times that nearly are times. */
  @Provide
  Arbitrary<String> texts() {
    return Combinators.combine(
            number("2026", "0000", "9999", "202", "20a6"),
            number("01", "02", "12", "13", "00", "1"),
            number("28", "29", "30", "31", "32", "00"),
            number("00", "23", "24", "25", "1"),
            number("00", "59", "60", "6"),
            Arbitraries.of("00", "59", "60", "", "5", "/0"),
            Arbitraries.of("", ".117", ".5", ".000", ".1a7", ".12345", ",117"))
        .as(
            (year, month, day, hour, minute, second, fraction) ->
                "%s-%s-%sT%s:%s%s"
                    .formatted(
                        year,
                        month,
                        day,
                        hour,
                        minute,
                        second.isEmpty() ? "" : ":" + second + fraction));
  }

  @Provide
  Arbitrary<String> offsets() {
    return Arbitraries.of(
        "+02:00",
        "-08:00",
        "+05:30",
        "+00:00",
        "-00:00",
        "+18:00",
        "+18:01",
        "+19:00",
        "+02:60",
        "Z",
        "+0200",
        "+02",
        "x02:00",
        "+02:00:30",
        "-23:59");
  }

  private static Arbitrary<String> number(String usual, String... rare) {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.of(usual)), Tuple.of(1, Arbitraries.of(rare)));
  }

  private static <T> Optional<T> unless(Supplier<T> formatter) {
    try {
      return Optional.of(formatter.get());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
