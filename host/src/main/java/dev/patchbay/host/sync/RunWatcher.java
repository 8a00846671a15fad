package dev.patchbay.host.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.host.json.Json;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Supplier;

/** One caller that follows a run: told of every change, and now and then that we are still here. */
final class RunWatcher {
  private static final System.Logger LOG = System.getLogger(RunWatcher.class.getName());
  private static final int LOOKS_BETWEEN_SIGNS = 20;

  private final SseEventSink sink;
  private final Sse sse;
  private final Supplier<SyncRun> look;
  private final Runnable atEnd;
  private SyncRun shown;
  private int silentLooks;
  private boolean over;
  private ScheduledFuture<?> repetition;

  RunWatcher(SseEventSink sink, Sse sse, Supplier<SyncRun> look, Runnable atEnd) {
    this.sink = sink;
    this.sse = sse;
    this.look = look;
    this.atEnd = atEnd;
  }

  synchronized void follow(RunWatchers.Rhythm rhythm) {
    repetition = rhythm.repeat(this::tell);
  }

  private synchronized void tell() {
    if (over) {
      return;
    }
    try {
      if (sink.isClosed() || told(look.get())) {
        end();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "A caller that followed a sync run is gone", e);
      end();
    }
  }

  /** Returns whether that was the last there is to tell. */
  private boolean told(SyncRun run) {
    if (run.state().isFinal()) {
      send(sse.newEventBuilder().name("finished").data(json(run)).build());
      return true;
    }
    if (!run.equals(shown)) {
      send(sse.newEventBuilder().name("progress").data(json(run)).build());
      shown = run;
    } else if (++silentLooks >= LOOKS_BETWEEN_SIGNS) {
      send(sse.newEventBuilder().comment("still here").build());
    }
    return false;
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

  private static String json(SyncRun run) {
    try {
      return Json.mapper().writeValueAsString(SyncRunSummary.of(run));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A sync run cannot be written as JSON", e);
    }
  }
}
