package dev.patchbay.host.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.host.json.Json;
import dev.patchbay.host.watch.News;
import dev.patchbay.host.watch.Watched;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.function.Supplier;

/** How a run gets on, until it ends. */
final class RunProgress implements Watched {
  private final Supplier<SyncRun> run;
  private SyncRun shown;

  RunProgress(Supplier<SyncRun> run) {
    this.run = run;
  }

  @Override
  public News look(Sse sse) {
    SyncRun now = run.get();
    if (now.state().isFinal()) {
      return News.last(event(sse, "finished", now));
    }
    if (now.equals(shown)) {
      return News.of(List.of());
    }
    shown = now;
    return News.of(List.of(event(sse, "progress", now)));
  }

  private static OutboundSseEvent event(Sse sse, String name, SyncRun run) {
    try {
      return sse.newEventBuilder()
          .name(name)
          .data(Json.mapper().writeValueAsString(SyncRunSummary.of(run)))
          .build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A sync run cannot be written as JSON", e);
    }
  }
}
