package dev.patchbay.console.sync;

import dev.patchbay.console.host.HostSession;
import dev.patchbay.console.host.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs of a connection, and the way to start one. */
public record SyncRuns(HostSession host) {
  private static final String PAGE = "20";

  public List<SyncRun> latest(String connection) {
    Page<SyncRun> page =
        host.page(
            SyncRun.class,
            Map.of("connection", connection, "limit", "10"),
            Optional.empty(),
            "sync-runs");
    return page.items();
  }

  /**
   * A page of the runs of a connection, the newest first.
   *
   * @param state empty for all
   */
  public Page<SyncRun> page(String connection, String state, Optional<String> cursor) {
    return host.page(
        SyncRun.class,
        Map.of("connection", connection, "state", state, "limit", PAGE),
        cursor,
        "sync-runs");
  }

  public SyncRun find(String id) {
    return host.get(SyncRun.class, "sync-runs/{}", id);
  }

  public SyncRun pull(String connection) {
    return host.post(
        SyncRun.class, Map.of("direction", "pull"), "connections/{}/syncs", connection);
  }

  /** Reads everything again, not only what changed. */
  public SyncRun readAgain(String connection) {
    return host.post(
        SyncRun.class,
        Map.of("direction", "pull", "full", true),
        "connections/{}/syncs",
        connection);
  }

  /**
   * Deletes here what the service no longer shows.
   *
   * @param plan the hash of the plan that a person saw; only that one is followed
   */
  public SyncRun confirmPull(String connection, String type, String plan) {
    return host.post(
        SyncRun.class,
        Map.of("direction", "pull", "type", type, "confirm", plan),
        "connections/{}/syncs",
        connection);
  }

  /**
   * Sends what waits.
   *
   * @param plan the hash of the plan that a person saw; only that one is sent
   */
  public SyncRun push(String connection, String type, String plan) {
    return host.post(
        SyncRun.class,
        Map.of("direction", "push", "type", type, "confirm", plan),
        "connections/{}/syncs",
        connection);
  }
}
