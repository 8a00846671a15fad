package dev.patchbay.googlecalendar.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How the value of one part of a rule is read from iCalendar's text and written to it. */
interface RuleValue {

  /** JSCalendar's value; empty if the text is none. */
  Optional<Object> parse(String text, SeriesClock clock);

  /** iCalendar's text; empty if the value is none. */
  Optional<String> write(Object json, SeriesClock clock);

  /** One word of some, in lower case in JSCalendar and in upper case in iCalendar. */
  static RuleValue words(String... allowed) {
    return word(String.join("|", allowed));
  }

  /** A word of a pattern, in lower case in JSCalendar and in upper case in iCalendar. */
  static RuleValue word(String allowed) {
    var pattern = Pattern.compile(allowed, Pattern.CASE_INSENSITIVE);
    return of(
        text -> matching(pattern, text).map(word -> word.toLowerCase(Locale.ROOT)),
        json -> matching(pattern, json).map(word -> word.toUpperCase(Locale.ROOT)));
  }

  /** A whole number within bounds. */
  static RuleValue number(int least, int most) {
    return of(
        text -> integer(text, least, most),
        json -> integer(json, least, most).map(Object::toString));
  }

  /** Whole numbers within bounds; zero only if the bounds start there. */
  static RuleValue numbers(int least, int most) {
    return listOf(
        of(
            text -> integer(text, least, most).filter(number -> number != 0 || least == 0),
            json -> integer(json, least, most).map(Object::toString)));
  }

  /** Months, which are texts in JSCalendar since a leap month has a letter (RFC 7529). */
  static RuleValue months() {
    var pattern = Pattern.compile("([1-9]|1[0-3])L?");
    return listOf(of(text -> matching(pattern, text), json -> matching(pattern, json)));
  }

  /** Days of the week, each perhaps with the number that it has in the month or year. */
  static RuleValue days() {
    return listOf(of(WeekDay::parse, WeekDay::write));
  }

  /** The last moment. */
  static RuleValue until() {
    return new RuleValue() {
      @Override
      public Optional<Object> parse(String text, SeriesClock clock) {
        return clock.until(text).map(Local::format);
      }

      @Override
      public Optional<String> write(Object json, SeriesClock clock) {
        return Optional.of(json.toString()).flatMap(Local::parse).map(clock::untilText);
      }
    };
  }

  private static RuleValue of(
      Function<String, Optional<?>> parse, Function<Object, Optional<String>> write) {
    return new RuleValue() {
      @Override
      public Optional<Object> parse(String text, SeriesClock clock) {
        return parse.apply(text).map(Function.identity());
      }

      @Override
      public Optional<String> write(Object json, SeriesClock clock) {
        return write.apply(json);
      }
    };
  }

  private static RuleValue listOf(RuleValue member) {
    return new RuleValue() {
      @Override
      public Optional<Object> parse(String text, SeriesClock clock) {
        return all(Arrays.asList(text.split(",", -1)), it -> member.parse(it, clock))
            .map(Function.identity());
      }

      @Override
      public Optional<String> write(Object json, SeriesClock clock) {
        return json instanceof List<?> list
            ? all(list, it -> member.write(it, clock)).map(texts -> String.join(",", texts))
            : Optional.empty();
      }
    };
  }

  private static <T, R> Optional<List<R>> all(List<T> list, Function<T, Optional<R>> map) {
    var results = new ArrayList<R>();
    for (var member : list) {
      var result = map.apply(member);
      if (result.isEmpty()) {
        return Optional.empty();
      }
      results.add(result.get());
    }
    return Optional.of(results);
  }

  private static Optional<String> matching(Pattern pattern, Object value) {
    return Optional.of(value.toString()).filter(text -> pattern.matcher(text).matches());
  }

  private static Optional<Integer> integer(Object value, int least, int most) {
    var text = value.toString();
    if (!text.matches("[+-]?\\d{1,9}")) {
      return Optional.empty();
    }
    return Optional.of(Integer.valueOf(text)).filter(number -> number >= least && number <= most);
  }
}
