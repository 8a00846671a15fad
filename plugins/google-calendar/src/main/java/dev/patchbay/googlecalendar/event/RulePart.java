package dev.patchbay.googlecalendar.event;

import static dev.patchbay.googlecalendar.event.RuleValue.days;
import static dev.patchbay.googlecalendar.event.RuleValue.months;
import static dev.patchbay.googlecalendar.event.RuleValue.number;
import static dev.patchbay.googlecalendar.event.RuleValue.numbers;
import static dev.patchbay.googlecalendar.event.RuleValue.until;
import static dev.patchbay.googlecalendar.event.RuleValue.word;
import static dev.patchbay.googlecalendar.event.RuleValue.words;

import java.util.List;
import java.util.Optional;

/**
 * A part of a recurrence rule.
 *
 * @param name iCalendar's name
 * @param property JSCalendar's name
 * @param value how its value reads in either
 */
record RulePart(String name, String property, RuleValue value) {

  /** All parts, in the order in which Google writes them. */
  static final List<RulePart> ALL =
      List.of(
          new RulePart(
              "FREQ",
              "frequency",
              words("yearly", "monthly", "weekly", "daily", "hourly", "minutely", "secondly")),
          new RulePart("RSCALE", "rscale", word("[A-Za-z-]+")),
          new RulePart("SKIP", "skip", words("omit", "backward", "forward")),
          new RulePart("WKST", "firstDayOfWeek", words("mo", "tu", "we", "th", "fr", "sa", "su")),
          new RulePart("UNTIL", "until", until()),
          new RulePart("COUNT", "count", number(1, Integer.MAX_VALUE)),
          new RulePart("INTERVAL", "interval", number(1, Integer.MAX_VALUE)),
          new RulePart("BYMONTH", "byMonth", months()),
          new RulePart("BYWEEKNO", "byWeekNo", numbers(-53, 53)),
          new RulePart("BYYEARDAY", "byYearDay", numbers(-366, 366)),
          new RulePart("BYMONTHDAY", "byMonthDay", numbers(-31, 31)),
          new RulePart("BYDAY", "byDay", days()),
          new RulePart("BYHOUR", "byHour", numbers(0, 23)),
          new RulePart("BYMINUTE", "byMinute", numbers(0, 59)),
          new RulePart("BYSECOND", "bySecond", numbers(0, 59)),
          new RulePart("BYSETPOS", "bySetPosition", numbers(-366, 366)));

  static Optional<RulePart> named(String name) {
    return ALL.stream().filter(part -> part.name.equals(name)).findFirst();
  }
}
