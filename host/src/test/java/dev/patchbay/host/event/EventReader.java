package dev.patchbay.host.event;

import java.util.List;

/** Reads what happened, as a caller of the API does. */
public final class EventReader {
  private final Events events;

  public EventReader(Events events) {
    this.events = events;
  }

  public List<Event> all(String tenantId) {
    return after(tenantId, 0);
  }

  public List<Event> after(String tenantId, long sequence) {
    return events.after(tenantId, sequence, 100);
  }

  public void forget() {
    events.forget();
  }
}
