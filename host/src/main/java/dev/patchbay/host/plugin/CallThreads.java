package dev.patchbay.host.plugin;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.Unavailable;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs a plugin's code on threads that the server can do without. A call that does not come back is
 * abandoned; since each plugin has only so many places, one that never comes back from anything
 * ends up waiting for itself, and nobody else does.
 */
class CallThreads implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(CallThreads.class.getName());
  private static final int ALL = 1024;

  private final ThreadPoolExecutor pool;
  private final int placesPerPlugin;
  private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

  CallThreads(ThreadFactory threads, int placesPerPlugin) {
    this.pool =
        new ThreadPoolExecutor(0, ALL, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
    this.placesPerPlugin = placesPerPlugin;
  }

  /**
   * @param what what the call is for, as an admin understands it
   * @throws IntegrationException as the plugin threw it
   * @throws PluginDefect for everything else that it threw, and if it is not back in time
   */
  <T> T run(PluginClassLoader loader, String what, Duration deadline, Supplier<T> code) {
    Semaphore place = placeFor(loader.plugin(), what, deadline);
    var call = new PluginCall<>(what, () -> loader.during(code), place::release);
    try {
      pool.execute(call);
    } catch (RuntimeException e) {
      place.release();
      throw new Unavailable("The server takes no more calls to plugins at the moment", e);
    }
    return resultOf(call, loader.plugin(), deadline);
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }

  private Semaphore placeFor(String plugin, String what, Duration patience) {
    Semaphore place = places.computeIfAbsent(plugin, id -> new Semaphore(placesPerPlugin, true));
    try {
      if (place.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        return place;
      }
    } catch (InterruptedException e) {
      throw givenUp(plugin, what);
    }
    throw new Unavailable(
        "The plugin %s is busy: it has not come back from %d calls"
            .formatted(plugin, placesPerPlugin));
  }

  private static <T> T resultOf(PluginCall<T> call, String plugin, Duration deadline) {
    try {
      return call.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw translated(plugin, call.what(), e.getCause());
    } catch (TimeoutException e) {
      var defect = PluginDefect.stuck(plugin, call.what(), deadline.toSeconds());
      LOG.log(Level.ERROR, defect.getMessage() + " It stands at:" + call.whereItStands());
      call.cancel(true);
      throw defect;
    } catch (InterruptedException e) {
      call.cancel(true);
      throw givenUp(plugin, call.what());
    }
  }

  /** What reaches the host of something that a plugin threw. */
  static RuntimeException translated(String plugin, String what, Throwable thrown) {
    if (thrown instanceof IntegrationException said) {
      return said;
    }
    var defect = PluginDefect.thrown(plugin, what, thrown);
    LOG.log(Level.ERROR, defect.getMessage(), thrown);
    return defect;
  }

  private static CancellationException givenUp(String plugin, String what) {
    Thread.currentThread().interrupt();
    return new CancellationException(
        "The call \"" + what + "\" of the plugin " + plugin + " was given up by its caller");
  }
}
