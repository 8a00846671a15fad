package dev.patchbay.host.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.host.json.Json;
import dev.patchbay.host.watch.News;
import dev.patchbay.host.watch.Watched;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;

/** What happens in a tenant, from one place on. */
final class EventFollower implements Watched {
  private static final int MOST_AT_ONCE = 100;

  private final Events events;
  private final String tenantId;
  private long place;

  EventFollower(Events events, String tenantId, long place) {
    this.events = events;
    this.tenantId = tenantId;
    this.place = place;
  }

  @Override
  public News look(Sse sse) {
    List<Event> fresh = events.after(tenantId, place, MOST_AT_ONCE);
    place = fresh.isEmpty() ? place : fresh.get(fresh.size() - 1).sequence();
    return News.of(fresh.stream().map(event -> told(sse, event)).toList());
  }

  private static OutboundSseEvent told(Sse sse, Event event) {
    try {
      return sse.newEventBuilder()
          .id(Long.toString(event.sequence()))
          .name(event.type())
          .data(Json.mapper().writeValueAsString(event))
          .build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An event cannot be written as JSON", e);
    }
  }
}
