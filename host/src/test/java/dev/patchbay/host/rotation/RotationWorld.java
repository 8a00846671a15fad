package dev.patchbay.host.rotation;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.audit.Audit;
import dev.patchbay.host.audit.TestAudit;
import dev.patchbay.host.credential.Credentials;
import dev.patchbay.host.credential.Holder;
import dev.patchbay.host.credential.Kept;
import dev.patchbay.host.credential.Renewals;
import dev.patchbay.host.credential.SealedColumn;
import dev.patchbay.host.credential.SealedColumns;
import dev.patchbay.host.credential.TestKeys;
import dev.patchbay.host.credential.Vault;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.security.PreparedSigningKeys;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/** A node that can rotate keys, over a database with many credentials. */
final class RotationWorld {
  static final String TENANT = "ten_1";
  static final SealedColumn GRANT =
      new SealedColumn("credential", "connection_id", true, "sealed_grant");

  final TestDatabase database;
  final TestKeys keys;
  final Vault vault;
  final Credentials credentials;
  final Renewals renewals;
  final Audit audit;
  final RotationStart start;
  final RotationWork work;
  final RetiredKeys retired;
  final Rotations rotations;
  private final Clock clock;

  RotationWorld(TestDatabase database, Clock clock, RotationPace pace) {
    this.database = database;
    this.clock = clock;
    var transactions = database.transactions();
    var entities = database.entities();
    var ids = new Ids(clock);
    keys = TestKeys.of(database, clock);
    vault = keys.opened();
    credentials = new Credentials(entities, vault);
    renewals = new Renewals(new Database(database.dataSource()), database.dialect(), vault);
    audit = TestAudit.on(database, vault, clock);
    rotations = new Rotations(entities);
    var columns = new SealedColumns(database.dataSource());
    var rows = new SealedRows(database.jdbc(), vault);
    var rotation = keys.rotation();
    var signing = PreparedSigningKeys.on(database, vault, clock);
    start =
        new RotationStart(rotations, rotation, signing, columns, rows, transactions, ids, clock);
    work = new RotationWork(rotations, columns, rows, rotation, audit, transactions, clock, pace);
    retired = new RetiredKeys(rotation, columns, rows, audit, transactions, clock);
  }

  /** Inserts connections that each hold a credential which tells its number. */
  void fill(int credentials) {
    database
        .transactions()
        .run(
            () -> {
              try {
                insert(database.jdbc().connection(), credentials);
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private void insert(Connection database, int count) throws SQLException {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    try (var tenant =
            database.prepareStatement(
                "insert into tenant (id, name, created_at) values (?, ?, ?)");
        var connection =
            database.prepareStatement(
                "insert into connection (id, tenant_id, integration_id, plugin, name, state,"
                    + " account_id, account_name, account_scopes, end_user_id, created_at,"
                    + " changed_at, version) values (?, ?, 'int_1', 'service', 'n', 'ACTIVE', ?,"
                    + " 'n', '', '', ?, ?, 1)");
        var credential =
            database.prepareStatement(
                "insert into credential (connection_id, tenant_id, sealed_grant, version)"
                    + " values (?, ?, ?, 1)")) {
      tenant.setString(1, TENANT);
      tenant.setString(2, "acme");
      tenant.setObject(3, now);
      tenant.executeUpdate();
      for (int i = 0; i < count; i++) {
        connection.setString(1, id(i));
        connection.setString(2, TENANT);
        connection.setString(3, "acc_" + i);
        connection.setObject(4, now);
        connection.setObject(5, now);
        connection.addBatch();
        credential.setString(1, id(i));
        credential.setString(2, TENANT);
        credential.setBytes(
            3, vault.seal(GRANT.place(TENANT, id(i)), Secret.of("token 0 of " + i)));
        credential.addBatch();
        if (i % 1000 == 999 || i == count - 1) {
          connection.executeBatch();
          credential.executeBatch();
        }
      }
    }
  }

  static String id(int number) {
    return "con_%08d".formatted(number);
  }

  static Holder holder(int number) {
    return new Holder(TENANT, id(number));
  }

  String token(int number) {
    return database
        .transactions()
        .callAlone(() -> credentials.find(holder(number)))
        .orElseThrow()
        .content()
        .reveal();
  }

  /** How many credentials do not begin with a mark. */
  long notUnder(byte[] mark) {
    try (var connection = database.dataSource().getConnection();
        PreparedStatement select =
            connection.prepareStatement("select sealed_grant from credential");
        ResultSet rows = select.executeQuery()) {
      long others = 0;
      while (rows.next()) {
        others += Arrays.equals(Arrays.copyOf(rows.getBytes(1), mark.length), mark) ? 0 : 1;
      }
      return others;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void renew(int number, Kept read, String token) {
    renewals.exchange(holder(number), read.version(), Secret.of(token), Optional.empty());
  }

  byte[] sealed(int number) {
    try (var connection = database.dataSource().getConnection();
        var select =
            connection.prepareStatement(
                "select sealed_grant from credential where connection_id = ?")) {
      select.setString(1, id(number));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBytes(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void putBack(int number, byte[] sealed) {
    try (var connection = database.dataSource().getConnection();
        var update =
            connection.prepareStatement(
                "update credential set sealed_grant = ? where connection_id = ?")) {
      update.setBytes(1, sealed);
      update.setString(2, id(number));
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long count(String table) {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  RotationSummary look(String id) {
    return database
        .transactions()
        .callAlone(() -> RotationSummary.of(rotations.find(id).orElseThrow()));
  }

  void execute(String sql) {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
