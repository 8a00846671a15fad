package dev.patchbay.host.audit;

import dev.patchbay.host.credential.TestVault;
import dev.patchbay.host.credential.Vault;
import dev.patchbay.host.fixture.SettableClock;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.persistence.Dialect;
import java.sql.SQLException;
import java.util.Optional;

/** A chain in a real database, and a thief who may write there. */
final class AuditWorld {
  static final String TENANT = "ten_1";
  static final Actor ADMIN = new Actor("user", "usr_1", "ada");

  final SettableClock clock = new SettableClock();
  final TestDatabase database;
  final Audit audit;
  final AuditTrail trail;
  final AuditVerifier verifier;
  final Tally tally = new Tally(clock);

  AuditWorld(Dialect dialect) {
    database = TestDatabase.clean(dialect);
    Vault vault = TestVault.open(database);
    audit = TestAudit.on(database, vault, clock);
    trail = new AuditTrail(database.jdbc(), database.transactions());
    verifier =
        new AuditVerifier(trail, new AuditChains(database.jdbc(), vault), database.transactions());
  }

  void doneSoFar(int deeds) {
    for (int i = 1; i <= deeds; i++) {
      audit.record(Deed.done(TENANT, ADMIN, "integration.created", "int_" + i).with("n", "" + i));
    }
  }

  AuditVerification verify() {
    return verifier.verify(TENANT, Optional.empty());
  }

  void steal(String sql) {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
