package dev.patchbay.host.operation;

import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.DatabaseFailure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Brings what waits in the log to the database, and removes there what is old. */
@Singleton
public class OperationWriter {

  private static final System.Logger LOG = System.getLogger(OperationWriter.class.getName());
  private static final int BATCH = 1000;
  private static final int FORGOTTEN_AT_ONCE = 5000;

  private final OperationLog log;
  private final Counts counts;
  private final OperationStore store;
  private final Database database;
  private final Clock clock;
  private final Duration retention;
  private List<Operation> inHand = List.of();
  private Instant counted;

  /**
   * @param days how long operations are kept
   */
  @Inject
  public OperationWriter(
      OperationLog log,
      Counts counts,
      OperationStore store,
      Database database,
      Clock clock,
      @ConfigProperty(name = "patchbay.operations.days", defaultValue = "7") int days) {
    this.log = log;
    this.counts = counts;
    this.store = store;
    this.database = database;
    this.clock = clock;
    this.retention = Duration.ofDays(days);
    this.counted = clock.instant();
  }

  /** Writes all that waits; what the database does not take is tried again the next time. */
  public synchronized void write() {
    try {
      do {
        writeBatch();
      } while (!inHand.isEmpty());
      if (counted.isBefore(clock.instant().truncatedTo(ChronoUnit.MINUTES))) {
        writeCounts();
      }
    } catch (DatabaseFailure e) {
      settle(e);
    }
  }

  /** A batch that the database will never take must not hold up all others. */
  private void settle(DatabaseFailure failure) {
    if (failure.isAboutData()) {
      LOG.log(
          Level.ERROR, inHand.size() + " operations cannot be written: " + failure.getMessage());
      inHand = List.of();
    } else {
      LOG.log(Level.WARNING, "The operation log waits for the database: " + failure.getMessage());
    }
  }

  /** Writes also what is not added up to the end, since nobody will. */
  synchronized void close() {
    write();
    try {
      writeCounts();
    } catch (DatabaseFailure e) {
      LOG.log(Level.WARNING, "Some operations were not counted: " + e.getMessage());
    }
  }

  /** Removes what is older than the retention, in small transactions. */
  void forget() {
    Instant before = clock.instant().minus(retention);
    try {
      int removed;
      do {
        removed = database.write(db -> store.forget(db, before, FORGOTTEN_AT_ONCE));
      } while (removed == FORGOTTEN_AT_ONCE);
    } catch (DatabaseFailure e) {
      LOG.log(Level.WARNING, "Old operations could not be removed: " + e.getMessage());
    }
  }

  private void writeBatch() {
    if (inHand.isEmpty()) {
      inHand = log.take(BATCH);
    }
    if (!inHand.isEmpty()) {
      database.<Void>write(
          db -> {
            store.insert(db, inHand);
            return null;
          });
      inHand = log.take(BATCH);
    }
  }

  private void writeCounts() {
    Map<Tally.Key, Tally> taken = counts.take();
    try {
      database.<Void>write(
          db -> {
            store.insert(db, taken);
            return null;
          });
      counted = clock.instant();
    } catch (DatabaseFailure e) {
      counts.giveBack(taken);
      throw e;
    }
  }
}
