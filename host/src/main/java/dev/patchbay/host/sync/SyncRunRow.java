package dev.patchbay.host.sync;

import dev.patchbay.host.persistence.SqlInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads a sync run from its row. */
final class SyncRunRow {
  static final String COLUMNS =
      "id, tenant_id, connection_id, type, direction, full_pull, state, attempts, waiting_until,"
          + " created, updated, deleted, unchanged, failed, errors, current_collection, queued_at,"
          + " started_at, finished_at, sent_created, sent_updated, sent_deleted, sent_refused,"
          + " sent_unknown, awaited_plan";

  private SyncRunRow() {}

  static SyncRun read(ResultSet row) throws SQLException {
    return new SyncRun(
        row.getString("id"),
        row.getString("tenant_id"),
        row.getString("connection_id"),
        row.getString("type"),
        Direction.of(row.getString("direction")),
        row.getBoolean("full_pull"),
        RunState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        SqlInstant.get(row, "waiting_until"),
        report(row),
        SqlInstant.get(row, "queued_at"),
        SqlInstant.get(row, "started_at"),
        SqlInstant.get(row, "finished_at"),
        row.getString("awaited_plan"));
  }

  private static RunReport report(ResultSet row) throws SQLException {
    return new RunReport(
        new Tally(
            row.getLong("created"),
            row.getLong("updated"),
            row.getLong("deleted"),
            row.getLong("unchanged"),
            row.getLong("failed")),
        new Sent(
            row.getLong("sent_created"),
            row.getLong("sent_updated"),
            row.getLong("sent_deleted"),
            row.getLong("sent_refused"),
            row.getLong("sent_unknown")),
        RunErrors.ofJson(row.getString("errors")),
        Optional.ofNullable(row.getString("current_collection")));
  }
}
