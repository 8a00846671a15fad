package dev.patchbay.host.persistence.h2;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The right to change the database. One thread has it at a time, and takes it again for a
 * transaction within a transaction; it may be given back by another thread, as a transaction
 * manager does that ends somebody else's transaction.
 */
final class WritersTurn {
  private final Semaphore free = new Semaphore(1, true);
  private final Duration patience;
  private Thread holder;
  private int depth;

  WritersTurn(Duration patience) {
    this.patience = patience;
  }

  void take() throws SQLException {
    if (!takenAgain()) {
      await();
      hold();
    }
  }

  private synchronized boolean takenAgain() {
    boolean mine = holder == Thread.currentThread();
    if (mine) {
      depth++;
    }
    return mine;
  }

  private void await() throws SQLException {
    try {
      if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new SQLTransientException(
            "Another transaction has been changing the H2 database for more than " + patience);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLTransientException("Interrupted while another transaction changes H2", e);
    }
  }

  private synchronized void hold() {
    holder = Thread.currentThread();
    depth = 1;
  }

  synchronized void giveBack() {
    depth--;
    if (depth == 0) {
      holder = null;
      free.release();
    }
  }
}
