package dev.patchbay.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.http.Bytes;
import dev.patchbay.sandbox.http.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What the sandbox must still know after it was killed: JSON documents under keys such as {@code
 * google/event/…}. Each provider keeps its live data in memory and reads this once, at the start.
 */
public interface State extends AutoCloseable {
  /** Written when the call returns, so that an answer sent afterwards never promises too much. */
  void put(List<Entry> entries);

  void remove(String key);

  /** Every document found at the start whose key begins with the prefix, oldest first. */
  void each(String prefix, BiConsumer<String, byte[]> reader);

  /** Everyone has read what was found at the start: it need not be held any longer. */
  void settled();

  @Override
  void close();

  default void put(String key, JsonNode document) {
    put(List.of(new Entry(key, Bytes.of(Json.bytes(document)))));
  }

  /** Keeps nothing: for tests, and for a sandbox started without a folder. */
  static State forgetful() {
    return new ForgetfulState();
  }

  static State in(Path folder) {
    return JournalState.open(folder);
  }

  /** A document on its way to the state; the JSON holds no line break. */
  record Entry(String key, Bytes json) {}
}
