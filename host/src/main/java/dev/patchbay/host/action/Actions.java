package dev.patchbay.host.action;

import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.host.connection.ConnectionActions;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.persistence.UniqueViolation;
import dev.patchbay.host.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Does what somebody asks for, once. The key decides who does it, before anything leaves; whoever
 * comes later with the same key gets the same answer. Nothing is repeated whose outcome is unknown.
 */
@Singleton
public class Actions {
  static final String PREFIX = "act";

  private final ActionRuns runs;
  private final ConnectionActions connections;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  @Inject
  public Actions(
      ActionRuns runs,
      ConnectionActions connections,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.runs = runs;
    this.connections = connections;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Writes the request down, unless one with its key is there already.
   *
   * @throws ProblemException if its key belongs to another request (409)
   */
  Begun begin(ActionRequest request) {
    try {
      return transactions.callAlone(() -> beginAgain(request).orElseGet(() -> beginNew(request)));
    } catch (RuntimeException e) {
      if (!UniqueViolation.isBehind(e)) {
        throw e;
      }
      return transactions.callAlone(() -> beginAgain(request)).orElseThrow(() -> e);
    }
  }

  private Begun beginNew(ActionRequest request) {
    var run = new ActionRun(ids.next(PREFIX), request, clock.instant());
    runs.add(run);
    return new Begun(run.id(), true);
  }

  private Optional<Begun> beginAgain(ActionRequest request) {
    return request
        .key()
        .flatMap(key -> runs.withKey(request.tenantId(), key.text()))
        .map(
            run -> {
              requireSame(run, request);
              return new Begun(run.id(), run.beginAgain(clock.instant()));
            });
  }

  private static void requireSame(ActionRun run, ActionRequest request) {
    if (!run.isOf(request)) {
      throw request.key().orElseThrow().taken();
    }
  }

  /** Does what was begun, and writes down how it ended. */
  void carryOut(String runId, ActionRequest request) {
    try {
      var result =
          connections.perform(
              request.tenantId(),
              request.connectionId(),
              request.action(),
              request.input(),
              new IdempotencyKey(runId));
      end(runId, run -> run.succeed(result, clock.instant()));
    } catch (RuntimeException e) {
      end(runId, run -> run.fail(Failure.of(e), clock.instant()));
    }
  }

  private void end(String runId, Consumer<ActionRun> how) {
    transactions.runAlone(() -> runs.toChange(runId).ifPresent(how));
  }

  /**
   * @throws ProblemException if there is none with this id in the tenant (404)
   */
  ActionRun require(String tenantId, String id) {
    return transactions
        .callAlone(() -> runs.find(tenantId, id))
        .orElseThrow(() -> ProblemException.notFound("action run", id));
  }

  /**
   * A request that is written down.
   *
   * @param mine whether whoever asked has to do it, and nobody else will
   */
  record Begun(String runId, boolean mine) {}
}
