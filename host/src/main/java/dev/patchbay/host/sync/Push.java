package dev.patchbay.host.sync;

import dev.patchbay.api.sync.Target;
import dev.patchbay.host.edit.PendingEdit;
import dev.patchbay.host.match.Match;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.record.CollectionStore;
import dev.patchbay.host.record.StoredCollection;
import dev.patchbay.host.sync.PushPlan.PlannedCollection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sends what the CRM edited, as far as the brakes let it. */
@Singleton
class Push {
  private final Database database;
  private final CollectionStore collections;
  private final PushConsents consents;
  private final PushPlans plans;
  private final EditJournal journal;
  private final EditSender sender;
  private final Joins joins;
  private final Targets targets;
  private final Clock clock;

  @Inject
  Push(
      Database database,
      CollectionStore collections,
      PushConsents consents,
      PushPlans plans,
      EditJournal journal,
      EditSender sender,
      Joins joins,
      Targets targets,
      Clock clock) {
    this.database = database;
    this.collections = collections;
    this.consents = consents;
    this.plans = plans;
    this.journal = journal;
    this.sender = sender;
    this.joins = joins;
    this.targets = targets;
    this.clock = clock;
  }

  /**
   * Finds out what became of edits that were being sent when a run before this one died. It comes
   * before anything is pulled: else what they made would look like something new.
   */
  void recover(HeldRun run) {
    List<PendingEdit> unanswered = journal.unanswered(run.lease());
    if (unanswered.isEmpty()) {
      return;
    }
    Target target = target(run.lease());
    Map<String, StoredCollection> known = collections(run.lease());
    for (PendingEdit edit : unanswered) {
      if (!known.get(edit.collectionId()).lost()) {
        sender.recover(route(run, target, known, edit), edit);
      }
    }
  }

  /**
   * Sends everything that may be sent.
   *
   * @return the hash of the plan that a person has to confirm first; empty if nothing is held back
   */
  Optional<String> run(HeldRun run, Wanted wanted) {
    Lease lease = run.lease();
    PushPlan plan = plans.plan(lease.tenantId(), lease.connectionId(), lease.type());
    if (plan.collections().isEmpty()) {
      return Optional.empty();
    }
    boolean confirmed = wanted.confirms(plan.hash());
    if (confirmed) {
      consent(run, plan);
    }
    Set<String> open =
        plan.collections().stream()
            .filter(collection -> confirmed || !collection.needsConfirmation())
            .map(PlannedCollection::id)
            .collect(Collectors.toSet());
    if (!open.isEmpty()) {
      send(run, open);
    }
    tellUnsure(run, plan);
    return Optional.of(plan.hash()).filter(hash -> plan.needsConfirmation() && !confirmed);
  }

  private void consent(HeldRun run, PushPlan plan) {
    run.write(
        run.report(),
        connection -> {
          Lease lease = run.lease();
          Set<String> agreed = consents.of(connection, lease.connectionId(), lease.type());
          for (PlannedCollection collection : plan.collections()) {
            if (!agreed.contains(collection.id())) {
              consents.insert(connection, lease, collection.id(), clock.instant());
            }
          }
        });
  }

  private static void tellUnsure(HeldRun run, PushPlan plan) {
    long unsure = plan.collections().stream().mapToLong(PlannedCollection::unsure).sum();
    if (unsure > 0) {
      run.write(
          run.report()
              .plus(
                  Tally.NONE,
                  List.of(
                      RunError.note(
                          ("New records of the CRM that the service may have already: %d. They are"
                                  + " not sent until somebody says in the push plan what they are.")
                              .formatted(unsure)))));
    }
  }

  private void send(HeldRun run, Set<String> open) {
    Lease lease = run.lease();
    Target target = target(lease);
    Map<String, StoredCollection> known = collections(lease);
    Waiting waiting = plans.waiting(lease.connectionId(), lease.type());
    for (PendingEdit edit : waiting.edits()) {
      if (open.containsAll(edit.places()) && !waiting.isUnsure(edit)) {
        send(route(run, target, known, edit), edit, waiting.match(edit));
      }
    }
  }

  /** What the service has already is not made again. */
  private void send(Route route, PendingEdit edit, Optional<Match> match) {
    if (match.isEmpty()) {
      sender.send(route, edit.recordId());
      return;
    }
    if (joins.join(route, edit, match.get().same().orElseThrow())) {
      sender.send(route, edit.recordId());
    }
  }

  private Target target(Lease lease) {
    return targets
        .of(lease)
        .orElseThrow(
            () ->
                new PullFailure(
                    "The type "
                        + lease.type()
                        + " is not written: the plugin does not offer it any more, or the"
                        + " integration does not allow it"));
  }

  private Map<String, StoredCollection> collections(Lease lease) {
    return database
        .read(connection -> collections.of(connection, lease.tenantId(), lease.connectionId()))
        .stream()
        .collect(Collectors.toMap(StoredCollection::id, Function.identity()));
  }

  private static Route route(
      HeldRun run, Target target, Map<String, StoredCollection> known, PendingEdit edit) {
    StoredCollection collection = known.get(edit.collectionId());
    List<StoredCollection> others =
        known.values().stream()
            .filter(other -> other.type().equals(collection.type()) && !other.lost())
            .filter(other -> !other.id().equals(collection.id()))
            .toList();
    return new Route(run, target, collection, others);
  }
}
