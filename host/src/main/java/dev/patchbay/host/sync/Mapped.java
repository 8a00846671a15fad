package dev.patchbay.host.sync;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.sync.Change;
import dev.patchbay.host.record.Difference;
import dev.patchbay.host.record.RecordWrite;
import java.util.Optional;

/**
 * What became of an item that was to be mapped: a row to write, or why there is none.
 *
 * @param write empty if it could not be mapped
 * @param failure present if it could not be mapped
 */
record Mapped(Difference difference, Optional<RecordWrite> write, Optional<Throwable> failure) {

  /** Maps a new or changed item; whatever the plugin throws stays with it. */
  static Mapped of(Difference difference, Change.Upsert upsert, ItemMapper mapper) {
    try {
      return new Mapped(difference, Optional.of(mapper.map(upsert)), Optional.empty());
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      return new Mapped(difference, Optional.empty(), Optional.of(blame(e)));
    }
  }

  private static Throwable blame(Throwable thrown) {
    return thrown instanceof IntegrationException ? thrown : new SourceDefect(thrown);
  }

  /** Whether the plugin is to blame, and not the item. */
  boolean isDefect() {
    return failure.filter(SourceDefect.class::isInstance).isPresent();
  }
}
