package dev.patchbay.host.watch;

import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.List;

/**
 * What is new since the last look.
 *
 * @param isLast whether nothing will come after it
 */
public record News(List<OutboundSseEvent> events, boolean isLast) {

  /** More may come. */
  public static News of(List<OutboundSseEvent> events) {
    return new News(events, false);
  }

  /** Nothing comes after it. */
  public static News last(OutboundSseEvent event) {
    return new News(List.of(event), true);
  }
}
