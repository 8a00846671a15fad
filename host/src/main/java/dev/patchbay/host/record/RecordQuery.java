package dev.patchbay.host.record;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Which records of a connection are asked for.
 *
 * @param words what their text must hold, capital or small
 * @param updatedSince when they were last changed at the earliest
 * @param pending the state of the CRM's edit that they have
 */
public record RecordQuery(
    String tenantId,
    String connectionId,
    String type,
    Optional<String> collection,
    Optional<String> words,
    Optional<Instant> updatedSince,
    Optional<String> pending) {

  /** With words only, or without. */
  public RecordQuery(
      String tenantId,
      String connectionId,
      String type,
      Optional<String> collection,
      Optional<String> words) {
    this(tenantId, connectionId, type, collection, words, Optional.empty(), Optional.empty());
  }

  public RecordQuery {
    words = words.map(String::strip).filter(text -> !text.isEmpty());
  }

  /** What a record's JSON must look like for the words to be in it at all. */
  Optional<String> pattern() {
    return words.map(text -> "%" + escaped(inJson(text).toLowerCase(Locale.ROOT)) + "%");
  }

  private static String inJson(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(text));
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
