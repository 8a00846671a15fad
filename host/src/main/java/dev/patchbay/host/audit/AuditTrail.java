package dev.patchbay.host.audit;

import dev.patchbay.host.persistence.Jdbc;
import dev.patchbay.host.persistence.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

/** Reads chains. */
@Singleton
public class AuditTrail {
  private static final String SELECT =
      "select " + AuditStore.COLUMNS + " from audit_event where tenant_id = ?";

  private final Jdbc jdbc;
  private final Transactions transactions;

  @Inject
  public AuditTrail(Jdbc jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** The newest first, those before a number. */
  List<AuditEvent> newest(AuditQuery query, long before, int rows) {
    List<Object> values = query.values();
    values.add(before);
    values.add(rows);
    return read(
        SELECT
            + query.conditions()
            + " and sequence_number < ? order by sequence_number desc limit ?",
        values);
  }

  /** In their order, those after a number. */
  List<AuditEvent> after(String chain, long sequence, int rows) {
    return read(
        SELECT + " and sequence_number > ? order by sequence_number limit ?",
        List.of(chain, sequence, rows));
  }

  private List<AuditEvent> read(String sql, List<Object> values) {
    try {
      return transactions.call(() -> AuditStore.read(jdbc.connection(), sql, values));
    } catch (SQLException e) {
      throw new IllegalStateException("The audit cannot be read", e);
    }
  }
}
