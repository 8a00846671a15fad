package dev.patchbay.host.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.util.List;

/** Writes what was counted into the chains, in portions that keep no chain locked for long. */
@Singleton
public class TallyWriter {
  private static final System.Logger LOG = System.getLogger(TallyWriter.class.getName());
  private static final int PORTION = 500;

  private final Tally tally;
  private final Audit audit;

  @Inject
  public TallyWriter(Tally tally, Audit audit) {
    this.tally = tally;
    this.audit = audit;
  }

  /** Writes the hours that are over. */
  public void write() {
    tally.take(false).forEach(this::write);
  }

  /** Writes everything, since nobody will later. */
  public void close() {
    tally.take(true).forEach(this::write);
  }

  private void write(String chain, List<Deed> deeds) {
    for (int from = 0; from < deeds.size(); from += PORTION) {
      try {
        audit.record(chain, deeds.subList(from, Math.min(from + PORTION, deeds.size())));
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "Counts of " + chain + " are missing in its audit", e);
      }
    }
  }
}
