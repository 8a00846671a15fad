package dev.patchbay.bench.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Credentials by the hundred thousand, written straight into the database as the vault seals them:
 * to connect so many accounts would take hours.
 */
final class SealedCopies {
  private static final int ROWS_A_BATCH = 1_000;
  private static final String CONNECTION =
      """
      insert into connection (id, tenant_id, integration_id, plugin, name, state, account_id,
        account_name, account_scopes, end_user_id, created_at, changed_at, version)
      select ?, tenant_id, integration_id, plugin, name, 'PAUSED', ?, account_name, account_scopes,
        end_user_id, created_at, changed_at, version from connection where id = ?
      """;
  private static final String CREDENTIAL =
      """
      insert into credential (connection_id, tenant_id, sealed_grant, version)
      select id, tenant_id, ?, 1 from connection where id = ?
      """;

  private final Connection database;
  private final Aead dataKey;
  private final String original;
  private final String tenant;

  /**
   * @param masterKey of the server
   * @param original the connection that is copied
   */
  SealedCopies(Connection database, byte[] masterKey, String original)
      throws GeneralSecurityException, SQLException {
    AeadConfig.register();
    this.database = database;
    this.original = original;
    this.tenant = text("select tenant_id from connection where id = '" + original + "'");
    String id = text("select id from data_key");
    this.dataKey =
        TinkProtoKeysetFormat.parseEncryptedKeyset(
                keyset(),
                new AesGcmJce(masterKey),
                ("data key " + id).getBytes(UTF_8),
                RegistryConfiguration.get())
            .getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  void add(int count) throws GeneralSecurityException, SQLException {
    database.setAutoCommit(false);
    try (PreparedStatement connections = database.prepareStatement(CONNECTION);
        PreparedStatement credentials = database.prepareStatement(CREDENTIAL)) {
      for (int i = 1; i <= count; i++) {
        String id = "con_copy%08d".formatted(i);
        connections.setString(1, id);
        connections.setString(2, id);
        connections.setString(3, original);
        connections.addBatch();
        credentials.setBytes(1, sealed(id));
        credentials.setString(2, id);
        credentials.addBatch();
        if (i % ROWS_A_BATCH == 0 || i == count) {
          connections.executeBatch();
          credentials.executeBatch();
          database.commit();
        }
      }
    } finally {
      database.setAutoCommit(true);
    }
  }

  /** As long as the tokens of the great services are. */
  private byte[] sealed(String id) throws GeneralSecurityException {
    String token = (id + ".").repeat(12);
    String grant = "{\"access_token\":\"%s\",\"refresh_token\":\"%s\"}".formatted(token, token);
    String place = String.join("\n", tenant, "credential", id, "sealed_grant");
    return dataKey.encrypt(grant.getBytes(UTF_8), place.getBytes(UTF_8));
  }

  private byte[] keyset() throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery("select keyset from data_key")) {
      row.next();
      return row.getBytes(1);
    }
  }

  private String text(String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
