package dev.patchbay.console.event;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/** What the list keeps of an event; the whole of it is fetched when somebody opens it. */
record Entry(
    String record,
    String collection,
    String title,
    Occurrence when,
    Optional<String> place,
    Optional<String> repetition,
    boolean cancelled) {
  static final Comparator<Entry> BY_TIME =
      Comparator.comparing((Entry entry) -> entry.when().start()).thenComparing(Entry::title);

  static Optional<Entry> of(EventRecord record) {
    CalendarEvent event = new CalendarEvent(record.data());
    return event
        .when()
        .map(
            when ->
                new Entry(
                    record.id(),
                    record.collection(),
                    event.title(),
                    when,
                    event.place(),
                    event.repetition(),
                    event.cancelled()));
  }

  LocalDate day() {
    return when.start().toLocalDate();
  }

  /** Part of the agenda in which the event belongs, seen from {@code today}. */
  Part part(LocalDate today) {
    if (repetition.isPresent()) {
      return Part.REPEATING;
    }
    return when.lastDay().isBefore(today) ? Part.PAST : Part.UPCOMING;
  }

  /** The agenda's parts, in reading order. */
  enum Part {
    UPCOMING("Upcoming"),
    REPEATING("Repeating"),
    PAST("Past");

    private final String label;

    Part(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    Comparator<Entry> order() {
      return switch (this) {
        case UPCOMING -> BY_TIME;
        case REPEATING -> Comparator.comparing(Entry::title);
        case PAST -> BY_TIME.reversed();
      };
    }
  }
}
