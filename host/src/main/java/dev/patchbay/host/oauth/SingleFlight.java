package dev.patchbay.host.oauth;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Lets one thread do what many want done, and gives all of them its outcome. */
final class SingleFlight<K, V> {
  private final ConcurrentHashMap<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();

  V fly(K key, Supplier<V> work) {
    var flying = flights.get(key);
    if (flying != null) {
      return join(flying);
    }
    var mine = new CompletableFuture<V>();
    var first = flights.putIfAbsent(key, mine);
    return first == null ? lead(key, mine, work) : join(first);
  }

  private V lead(K key, CompletableFuture<V> mine, Supplier<V> work) {
    try {
      var outcome = work.get();
      mine.complete(outcome);
      return outcome;
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      flights.remove(key, mine);
    }
  }

  private V join(CompletableFuture<V> flying) {
    try {
      return flying.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw e;
    }
  }
}
