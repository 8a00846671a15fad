package dev.patchbay.host.sync;

import dev.patchbay.host.event.EventLog;
import dev.patchbay.host.persistence.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;

/** Tells it in the tenant's events. */
@Singleton
class StallFeed implements StallNews {
  private final EventLog events;
  private final Transactions transactions;

  @Inject
  StallFeed(EventLog events, Transactions transactions) {
    this.events = events;
    this.transactions = transactions;
  }

  @Override
  public void tell(Lease lease, String event) {
    transactions.run(
        () ->
            events.append(
                lease.tenantId(), event, lease.connectionId(), Map.of("type", lease.type())));
  }
}
