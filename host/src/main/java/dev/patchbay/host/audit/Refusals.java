package dev.patchbay.host.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Tells refusals: the first of its kind in an hour at once, the others as a number, so that nobody
 * can fill the disk with them.
 */
@Singleton
public class Refusals {
  private final Audit audit;
  private final Tally tally;

  @Inject
  public Refusals(Audit audit, Tally tally) {
    this.audit = audit;
    this.tally = tally;
  }

  public void tell(Deed refusal) {
    if (tally.count(refusal)) {
      audit.record(refusal);
    }
  }
}
