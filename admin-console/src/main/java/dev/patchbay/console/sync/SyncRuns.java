package dev.patchbay.console.sync;

import dev.patchbay.console.host.HostSession;
import dev.patchbay.console.host.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs of a connection, and the way to start one. */
public record SyncRuns(HostSession host) {

  public List<SyncRun> latest(String connection) {
    Page<SyncRun> page =
        host.page(
            SyncRun.class,
            Map.of("connection", connection, "limit", "10"),
            Optional.empty(),
            "sync-runs");
    return page.items();
  }

  public SyncRun find(String id) {
    return host.get(SyncRun.class, "sync-runs/{}", id);
  }

  public SyncRun pull(String connection) {
    return host.post(
        SyncRun.class, Map.of("direction", "pull"), "connections/{}/syncs", connection);
  }
}
