package dev.patchbay.host.audit;

import dev.patchbay.host.persistence.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Walks a chain from its first link to its sealed end, and stops at the first that is broken. */
@Singleton
public class AuditVerifier {
  private static final int ROWS = 1000;

  private final AuditTrail trail;
  private final AuditChains chains;
  private final Transactions transactions;

  @Inject
  public AuditVerifier(AuditTrail trail, AuditChains chains, Transactions transactions) {
    this.trail = trail;
    this.chains = chains;
    this.transactions = transactions;
  }

  /**
   * @param remembered an end that the chain once had, from an earlier verification or an export
   */
  public AuditVerification verify(String chain, Optional<ChainHead> remembered) {
    AuditWalk walk = new AuditWalk(chain, end(chain), remembered);
    List<AuditEvent> events;
    do {
      events = trail.after(chain, walk.sound().sequence(), ROWS);
      for (AuditEvent event : events) {
        if (!walk.accepts(event)) {
          return walk.broken();
        }
      }
    } while (events.size() == ROWS);
    return walk.conclude(end(chain));
  }

  private Optional<AuditChains.KnownEnd> end(String chain) {
    return transactions.call(() -> chains.end(chain));
  }
}
