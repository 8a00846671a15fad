package dev.patchbay.host.watch;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.function.BooleanSupplier;

/** One caller that follows: told of what is new, and now and then that we are still here. */
final class Watcher {
  private static final System.Logger LOG = System.getLogger(Watcher.class.getName());
  private static final int LOOKS_BETWEEN_SIGNS = 20;

  private final SseEventSink sink;
  private final Sse sse;
  private final Watched watched;
  private final BooleanSupplier mayStay;
  private final Runnable atEnd;
  private int silentLooks;
  private boolean over;
  private ScheduledFuture<?> repetition;

  Watcher(SseEventSink sink, Sse sse, Watched watched, BooleanSupplier mayStay, Runnable atEnd) {
    this.sink = sink;
    this.sse = sse;
    this.watched = watched;
    this.mayStay = mayStay;
    this.atEnd = atEnd;
  }

  synchronized void follow(Watchers.Rhythm rhythm) {
    repetition = rhythm.repeat(this::tell);
  }

  private synchronized void tell() {
    if (over) {
      return;
    }
    try {
      if (sink.isClosed() || !mayStay.getAsBoolean() || told(watched.look(sse))) {
        end();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "A caller that followed is gone", e);
      end();
    }
  }

  /** Returns whether that was the last there is to tell. */
  private boolean told(News news) {
    news.events().forEach(this::send);
    if (news.events().isEmpty() && ++silentLooks >= LOOKS_BETWEEN_SIGNS) {
      send(sse.newEventBuilder().comment("still here").build());
    }
    return news.isLast();
  }

  private void send(OutboundSseEvent event) {
    silentLooks = 0;
    sink.send(event).toCompletableFuture().join();
  }

  private void end() {
    over = true;
    repetition.cancel(false);
    atEnd.run();
    sink.close();
  }
}
