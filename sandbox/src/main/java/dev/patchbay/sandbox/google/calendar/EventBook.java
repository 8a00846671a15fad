package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Bytes;
import dev.patchbay.sandbox.http.FormEncoding;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.state.State;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The events of one calendar in the order of their last change. One order serves both a full and an
 * incremental reading: a page is a step along it, so nothing is sorted per request and an event
 * changed while someone pages moves behind them, into their next incremental reading.
 */
public final class EventBook {
  static final String PREFIX = "google/event/";

  private final String keys;
  private final State state;
  private final NavigableMap<Long, StoredEvent> bySequence = new TreeMap<>();
  private final Map<String, StoredEvent> byId = new HashMap<>();
  private final Map<String, Set<String>> exceptions = new HashMap<>();
  private final Runnable changed;
  private long last;

  /**
   * @param changed called after each change
   */
  EventBook(String calendarId, State state, Runnable changed) {
    this.changed = changed;
    this.keys = PREFIX + FormEncoding.encode(calendarId) + "/";
    this.state = state;
  }

  void restore(byte[] json) {
    ObjectNode kept = Json.trusted(json);
    keep(StoredEvent.of(kept.get("sequence").asLong(), (ObjectNode) kept.get("event")));
  }

  private void keep(StoredEvent event) {
    last = Math.max(last, event.sequence());
    Optional.ofNullable(byId.put(event.id(), event))
        .ifPresent(old -> bySequence.remove(old.sequence()));
    bySequence.put(event.sequence(), event);
    event
        .series()
        .ifPresent(
            series ->
                exceptions.computeIfAbsent(series, k -> new LinkedHashSet<>()).add(event.id()));
  }

  synchronized StoredEvent put(ObjectNode event) {
    return putAll(List.of(event)).get(0);
  }

  /** Writes new versions; they are kept before this returns. */
  synchronized List<StoredEvent> putAll(List<ObjectNode> events) {
    List<StoredEvent> written = new ArrayList<>(events.size());
    List<State.Entry> entries = new ArrayList<>(events.size());
    long next = last;
    for (ObjectNode event : events) {
      next++;
      event.put("etag", etag(event, next));
      StoredEvent stored = StoredEvent.of(next, event);
      written.add(stored);
      entries.add(entry(stored));
    }
    state.put(entries);
    written.forEach(this::keep);
    changed.run();
    return written;
  }

  private static String etag(ObjectNode event, long sequence) {
    long millis = Instant.parse(event.get("updated").asText()).toEpochMilli();
    return "\"" + (millis * 2000 + sequence % 2000) + "\"";
  }

  private State.Entry entry(StoredEvent event) {
    byte[] head =
        ("{\"sequence\":" + event.sequence() + ",\"event\":").getBytes(StandardCharsets.UTF_8);
    byte[] body = event.json().bytes();
    byte[] json = new byte[head.length + body.length + 1];
    System.arraycopy(head, 0, json, 0, head.length);
    System.arraycopy(body, 0, json, head.length, body.length);
    json[json.length - 1] = '}';
    return new State.Entry(keys + event.id(), Bytes.of(json));
  }

  synchronized Optional<StoredEvent> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  synchronized List<StoredEvent> exceptionsOf(String series) {
    return exceptions.getOrDefault(series, Set.of()).stream().map(byId::get).toList();
  }

  synchronized long last() {
    return last;
  }

  synchronized Optional<StoredEvent> newest() {
    return Optional.ofNullable(bySequence.lastEntry()).map(Map.Entry::getValue);
  }

  synchronized List<StoredEvent> all() {
    return List.copyOf(bySequence.values());
  }

  /** The next wanted events behind {@code after}, not beyond {@code until}. */
  synchronized Slice slice(long after, long until, Predicate<StoredEvent> wanted, int most) {
    List<StoredEvent> found = new ArrayList<>();
    for (StoredEvent event : bySequence.subMap(after, false, until, true).values()) {
      if (wanted.test(event)) {
        if (found.size() == most) {
          return new Slice(found, true);
        }
        found.add(event);
      }
    }
    return new Slice(found, false);
  }

  /** Some events, and whether more follow. */
  record Slice(List<StoredEvent> events, boolean more) {}
}
