package dev.patchbay.host.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Has pulls come sooner than the timetable says, for those who heard that something changed. */
@Singleton
public class SoonerPulls {
  private final Syncs syncs;

  @Inject
  public SoonerPulls(Syncs syncs) {
    this.syncs = syncs;
  }

  /** The types of a connection that are kept in sync. */
  public List<String> types(String connectionId) {
    return syncs.types(connectionId);
  }

  /** Asks for a pull of what is there now. */
  public Promise ask(String connectionId, String type) {
    Optional<SyncRun> run =
        syncs.request(new TaskName(connectionId, type), Wish.pull(PullKind.INCREMENTAL));
    return run.map(SoonerPulls::promise).orElse(Promise.NEVER);
  }

  private static Promise promise(SyncRun run) {
    return run.startedAt() == null ? Promise.SOON : Promise.LATER;
  }

  /** What is to be expected. */
  public enum Promise {
    /** A run that has not begun yet will see it. */
    SOON,
    /** A run is going on that may be past it: ask again when it has ended. */
    LATER,
    /** The type is not kept in sync. */
    NEVER
  }
}
