package dev.patchbay.host.event;

import java.util.List;

/**
 * A page of what happened.
 *
 * @param next what to ask after the next time, also when there is nothing more for now
 */
public record EventPage(List<Event> items, String next) {

  static EventPage after(long place, List<Event> items) {
    long next = items.isEmpty() ? place : items.get(items.size() - 1).sequence();
    return new EventPage(items, Long.toString(next));
  }
}
