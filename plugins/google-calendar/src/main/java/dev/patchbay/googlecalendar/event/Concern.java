package dev.patchbay.googlecalendar.event;

import dev.patchbay.googlecalendar.json.Node;

/**
 * One concern of an event, mapped both ways. A concern maps what it understands and passes over the
 * rest: {@link Faithful} keeps that.
 */
interface Concern {

  /** Adds to a JSCalendar event what a Google event says. */
  void toStandard(Node google, Node event);

  /** Adds to a Google event what a JSCalendar event says. */
  void toGoogle(Node event, Node google);
}
