package dev.patchbay.host.audit;

import dev.patchbay.host.credential.Holder;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Counts how often each credential is used; the audit has the number by the hour. */
@Singleton
public class Uses {
  private static final String ACTION = "credential.used";

  private final Tally tally;

  @Inject
  public Uses(Tally tally) {
    this.tally = tally;
  }

  /** Counts one more, whatever comes of it. */
  public void count(Holder holder) {
    tally.count(Deed.done(holder.tenantId(), Actor.SERVER, ACTION, holder.connectionId()));
  }
}
