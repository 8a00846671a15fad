package dev.patchbay.googlecalendar;

import dev.patchbay.api.item.CalendarEvent;
import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.googlecalendar.event.EventMapping;
import dev.patchbay.googlecalendar.json.Node;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event that is to be made. Google lets whoever makes an event choose its id (characters of
 * base32hex, RFC 4648): made of the idempotency key, it is the same at every attempt, and Google
 * refuses the second. The key stands in a private property too, which only this application sees.
 *
 * @param json what Google is sent
 */
record NewEvent(Map<String, Object> json) {

  private static final String MARKER = "patchbayKey";
  private static final int BYTES = 20;

  static NewEvent of(CalendarEvent item, IdempotencyKey key) {
    var event = new LinkedHashMap<>(EventMapping.toGoogle(item));
    event.keySet().retainAll(EventChanges.WRITABLE);
    event.putIfAbsent("end", endWithoutLength(new Node(event).object("start").orElseThrow()));
    event.put("id", idOf(key));
    event.putAll(mark(key));
    return new NewEvent(event);
  }

  /**
   * Google takes no event without an end. One that says no length has none (RFC 8984, section
   * 5.1.2), or the day that it begins on.
   */
  private static Map<String, Object> endWithoutLength(Node start) {
    return start
        .text("date")
        .map(day -> Map.<String, Object>of("date", LocalDate.parse(day).plusDays(1).toString()))
        .orElse(start.json());
  }

  /** The property by which what was made with this key is found again. */
  static Map<String, Object> mark(IdempotencyKey key) {
    return Map.of("extendedProperties", Map.of("private", Map.of(MARKER, key.value())));
  }

  /** What a list of what was made with this key is asked by. */
  static String query(IdempotencyKey key) {
    return MARKER + "=" + key.value();
  }

  /** The id of the event that is made with this key. */
  static String idOf(IdempotencyKey key) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest(key.value().getBytes(StandardCharsets.UTF_8));
      return "pb" + new BigInteger(1, Arrays.copyOf(hash, BYTES)).toString(32);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** Whether the event was made with this key. */
  static boolean isMarked(Node event, IdempotencyKey key) {
    return event
        .object("extendedProperties")
        .flatMap(properties -> properties.object("private"))
        .flatMap(own -> own.text(MARKER))
        .filter(key.value()::equals)
        .isPresent();
  }
}
