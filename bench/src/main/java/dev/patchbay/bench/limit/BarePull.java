package dev.patchbay.bench.limit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToIntFunction;

/**
 * A pull without a product around it: one thread fetches, parses and hashes the next page while the
 * other has PostgreSQL take the one before.
 */
final class BarePull {
  private final Pages pages;
  private final boolean withTexts;
  private final ToIntFunction<EventPage> take;

  /**
   * @param withTexts whether the events themselves are to be written
   * @param take has the database take a page and returns how many of it made a difference
   */
  BarePull(Pages pages, boolean withTexts, ToIntFunction<EventPage> take) {
    this.pages = pages;
    this.withTexts = withTexts;
    this.take = take;
  }

  /** Reads everything, or all that changed since a token. */
  Outcome run(Optional<String> syncToken) {
    int read = 0;
    int different = 0;
    EventPage page = fetch(syncToken, Optional.empty());
    while (page.next().isPresent()) {
      Optional<String> token = page.next();
      var coming = CompletableFuture.supplyAsync(() -> fetch(syncToken, token));
      read += page.ids.size();
      different += take.applyAsInt(page);
      page = coming.join();
    }
    return new Outcome(
        read + page.ids.size(), different + take.applyAsInt(page), page.syncToken().orElseThrow());
  }

  private EventPage fetch(Optional<String> syncToken, Optional<String> pageToken) {
    try {
      return EventPage.parse(pages.fetch(syncToken, pageToken), withTexts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a pull did.
   *
   * @param different how many events were new or changed
   * @param syncToken where the next pull begins
   */
  record Outcome(int read, int different, String syncToken) {}
}
