package dev.patchbay.console.event;

import dev.patchbay.console.host.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Events in the order of time. The host serves them in its own order and may hold very many, so
 * that only the first pages are read at once; more on demand.
 */
final class Agenda {
  private static final int PAGES_AT_ONCE = 2;

  private final Events events;
  private final String words;
  private final String collection;
  private final List<Entry> entries = new ArrayList<>();
  private Optional<String> next = Optional.empty();

  Agenda(Events events, String words, String collection) {
    this.events = events;
    this.words = words;
    this.collection = collection;
    readMore();
  }

  void readMore() {
    int pages = 0;
    do {
      Page<EventRecord> page = events.page(words, collection, next);
      page.items().stream().map(Entry::of).flatMap(Optional::stream).forEach(entries::add);
      next = page.next();
      pages++;
    } while (next.isPresent() && pages < PAGES_AT_ONCE);
  }

  /** Whether the host holds more than was read so far. */
  boolean hasMore() {
    return next.isPresent();
  }

  int size() {
    return entries.size();
  }

  List<Entry> part(Entry.Part part, LocalDate today) {
    return entries.stream()
        .filter(entry -> entry.part(today) == part)
        .sorted(part.order())
        .toList();
  }
}
