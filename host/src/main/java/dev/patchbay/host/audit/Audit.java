package dev.patchbay.host.audit;

import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.Correlation;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Tells what was done and refused; in the transaction in which it was done, or not at all. */
@Singleton
public class Audit {
  private final AuditChains chains;
  private final Transactions transactions;
  private final Clock clock;

  @Inject
  public Audit(AuditChains chains, Transactions transactions, Clock clock) {
    this.chains = chains;
    this.transactions = transactions;
    this.clock = clock;
  }

  public void record(Deed deed) {
    record(deed.chain(), List.of(deed));
  }

  /** Tells several of one chain at once. */
  void record(String chain, List<Deed> deeds) {
    transactions.run(() -> chains.append(chain, head -> links(head, deeds)));
  }

  private List<AuditEvent> links(ChainHead head, List<Deed> deeds) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String correlation = Correlation.current();
    List<AuditEvent> events = new ArrayList<>();
    ChainHead end = head;
    for (Deed deed : deeds) {
      AuditEvent event = AuditEvent.after(end, deed, now, correlation);
      events.add(event);
      end = event.head();
    }
    return events;
  }
}
