package dev.patchbay.host.event;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened in a tenant. It names things by their ids; what is behind them is asked
 * for with the caller's own rights.
 *
 * @param sequence grows with every event of the tenant, without gaps
 * @param type as {@code connection.lost}
 * @param subject the id of what it happened to
 * @param detail ids and names that belong to it, nothing secret
 */
public record Event(
    long sequence, String type, String subject, Map<String, String> detail, Instant happenedAt) {

  public Event {
    detail = Map.copyOf(detail);
  }
}
