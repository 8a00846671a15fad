package dev.patchbay.host.sync;

import dev.patchbay.api.sync.Source;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Does one execution of a task: begins its run, or goes on with the one that was interrupted. */
class Synchronizer {
  private final RunQueue queue;
  private final Rounds rounds;
  private final Consequences consequences;
  private final Sources sources;

  Synchronizer(RunQueue queue, Rounds rounds, Consequences consequences, Sources sources) {
    this.queue = queue;
    this.rounds = rounds;
    this.consequences = consequences;
    this.sources = sources;
  }

  /**
   * Executes the task once.
   *
   * @param stopping tells when the server goes down: the run then goes on after the restart
   * @return when the task is due again; empty if it is no longer wanted
   * @throws dev.patchbay.host.persistence.DatabaseFailure if the database failed: the run goes on
   *     at the next execution
   */
  Optional<Instant> execute(String connectionId, String type, BooleanSupplier stopping) {
    Optional<SyncTask> task = queue.task(connectionId, type);
    return task.flatMap(
        wanted ->
            switch (sources.readiness(wanted.tenantId(), connectionId)) {
              case READY -> queue.begin(connectionId, type).map(run -> execute(run, stopping));
              case RESTING -> Optional.of(consequences.rest(wanted));
              case ENDED -> {
                queue.close(connectionId, type);
                yield Optional.empty();
              }
            });
  }

  private Instant execute(HeldRun run, BooleanSupplier stopping) {
    run.stopWhen(stopping);
    try {
      consequences.requireProgress(run);
      rounds.of(run, () -> source(run.lease()));
      return consequences.finished();
    } catch (RuntimeException e) {
      return consequences.of(e, run);
    }
  }

  private Source source(Lease lease) {
    return sources.of(lease.tenantId(), lease.connectionId(), lease.runId()).stream()
        .filter(source -> source.type().equals(lease.type()))
        .findFirst()
        .orElseThrow(
            () ->
                new PullFailure(
                    "The type "
                        + lease.type()
                        + " is not read: the plugin does not offer it any more, or the integration does not allow it"));
  }
}
