package dev.patchbay.host.sync;

import dev.patchbay.host.connection.ConnectionEnded;
import dev.patchbay.host.connection.ConnectionEstablished;
import dev.patchbay.host.connection.ConnectionSwitched;
import dev.patchbay.host.connection.EndUserErased;
import dev.patchbay.host.connection.RecordDisposal;
import dev.patchbay.host.connection.RecordsDiscarded;
import dev.patchbay.host.edit.EditEraser;
import dev.patchbay.host.persistence.Jdbc;
import dev.patchbay.host.record.RecordEraser;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;

/** Begins and ends syncs with the connections they belong to. */
@Singleton
class ConnectionLife {
  private static final System.Logger LOG = System.getLogger(ConnectionLife.class.getName());

  private final Syncs syncs;
  private final RunQueue queue;
  private final SyncRuns runs;
  private final RecordEraser eraser;
  private final EditEraser edits;
  private final Jdbc jdbc;

  @Resource private ManagedExecutorService threads;

  @Inject
  ConnectionLife(
      Syncs syncs,
      RunQueue queue,
      SyncRuns runs,
      RecordEraser eraser,
      EditEraser edits,
      Jdbc jdbc) {
    this.syncs = syncs;
    this.queue = queue;
    this.runs = runs;
    this.eraser = eraser;
    this.edits = edits;
    this.jdbc = jdbc;
  }

  /** After the commit and on another thread: whoever connects must not wait for a plugin. */
  void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConnectionEstablished established) {
    threads.execute(() -> begin(established.tenantId(), established.connectionId()));
  }

  private void begin(String tenantId, String connectionId) {
    try {
      syncs.begin(tenantId, connectionId);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The first sync of " + connectionId + " begins a little later", e);
    }
  }

  /** After the commit, since a run must not begin in a connection that is still paused. */
  void switched(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConnectionSwitched switched) {
    threads.execute(() -> syncs.switched(switched.tenantId(), switched.connectionId()));
  }

  /** The runs of a person who is erased go with their connections. */
  void erase(@Observes EndUserErased erased) throws SQLException {
    for (String connectionId : erased.connectionIds()) {
      runs.erase(jdbc.connection(), erased.tenantId(), connectionId);
    }
  }

  /** What was kept of a connection that ended before. */
  void erase(@Observes RecordsDiscarded discarded) throws SQLException {
    eraser.erase(jdbc.connection(), discarded.tenantId(), discarded.connectionId());
    edits.erase(jdbc.connection(), discarded.tenantId(), discarded.connectionId());
  }

  /** Within the commit that ends the connection, so that what is to be erased is erased. */
  void end(@Observes ConnectionEnded ended) throws SQLException {
    Connection connection = jdbc.connection();
    for (SyncTask task : queue.tasks(connection, ended.connectionId())) {
      queue.close(connection, task.connectionId(), task.type());
    }
    if (ended.records() == RecordDisposal.ERASE) {
      eraser.erase(connection, ended.tenantId(), ended.connectionId());
      edits.erase(connection, ended.tenantId(), ended.connectionId());
    }
  }
}
