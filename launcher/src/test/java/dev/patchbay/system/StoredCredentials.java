package dev.patchbay.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;

/**
 * The credentials in the database of a server that does not run, sealed and opened here with
 * nothing but the operator's key: what the server says of them is not believed.
 */
final class StoredCredentials {
  private static final String COPY = "con_copy";
  private static final int ROWS_A_BATCH = 1_000;

  private final Connection database;
  private final Aead newest;
  private final byte[] mark;

  private StoredCredentials(Connection database, KeysetHandle newest)
      throws GeneralSecurityException {
    this.database = database;
    this.newest = newest.getPrimitive(RegistryConfiguration.get(), Aead.class);
    this.mark = ByteBuffer.allocate(5).put((byte) 1).putInt(newest.getPrimary().getId()).array();
  }

  /**
   * @param masterKey the text of the key file
   */
  static StoredCredentials in(Connection database, String masterKey) throws Exception {
    AeadConfig.register();
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery("select id, keyset from data_key order by generation desc")) {
      row.next();
      byte[] purpose = ("data key " + row.getString(1)).getBytes(UTF_8);
      return new StoredCredentials(
          database,
          TinkProtoKeysetFormat.parseEncryptedKeyset(
              row.getBytes(2),
              new AesGcmJce(Base64.getDecoder().decode(masterKey.strip())),
              purpose,
              RegistryConfiguration.get()));
    }
  }

  /** Adds connections like this one, paused, each with a credential of its own. */
  void copy(String connection, int count) throws Exception {
    String tenant = tenantOf(connection);
    database.setAutoCommit(false);
    try (PreparedStatement copies =
            database.prepareStatement(
                "insert into connection (id, tenant_id, integration_id, plugin, name, state,"
                    + " account_id, account_name, account_scopes, end_user_id, created_at,"
                    + " changed_at, version) select ?, tenant_id, integration_id, plugin, name,"
                    + " 'PAUSED', ?, account_name, account_scopes, end_user_id, created_at,"
                    + " changed_at, version from connection where id = ?");
        PreparedStatement credentials =
            database.prepareStatement(
                "insert into credential (connection_id, tenant_id, sealed_grant, version)"
                    + " values (?, ?, ?, 1)")) {
      for (int i = 1; i <= count; i++) {
        String id = COPY + "%08d".formatted(i);
        copies.setString(1, id);
        copies.setString(2, id);
        copies.setString(3, connection);
        copies.addBatch();
        credentials.setString(1, id);
        credentials.setString(2, tenant);
        credentials.setBytes(3, newest.encrypt(content(id), place(tenant, id)));
        credentials.addBatch();
        if (i % ROWS_A_BATCH == 0 || i == count) {
          copies.executeBatch();
          credentials.executeBatch();
          database.commit();
        }
      }
    }
  }

  private String tenantOf(String connection) throws SQLException {
    try (PreparedStatement select =
        database.prepareStatement("select tenant_id from connection where id = ?")) {
      select.setString(1, connection);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  /** How the copies are. */
  Copies copies() throws SQLException {
    long sound = 0;
    long outdated = 0;
    long damaged = 0;
    try (Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select connection_id, tenant_id, sealed_grant from credential"
                    + " where connection_id like '"
                    + COPY
                    + "%'")) {
      while (rows.next()) {
        byte[] sealed = rows.getBytes(3);
        if (!Arrays.equals(Arrays.copyOf(sealed, mark.length), mark)) {
          outdated++;
        } else if (opens(rows.getString(1), rows.getString(2), sealed)) {
          sound++;
        } else {
          damaged++;
        }
      }
    }
    return new Copies(sound, outdated, damaged);
  }

  private boolean opens(String id, String tenant, byte[] sealed) {
    try {
      return Arrays.equals(newest.decrypt(sealed, place(tenant, id)), content(id));
    } catch (GeneralSecurityException damaged) {
      return false;
    }
  }

  private static byte[] content(String id) {
    return ("{\"access_token\":\"token of " + id + "\",\"token_type\":\"Bearer\"}").getBytes(UTF_8);
  }

  private static byte[] place(String tenant, String id) {
    return String.join("\n", tenant, "credential", id, "sealed_grant").getBytes(UTF_8);
  }

  /**
   * @param sound open with the newest key, and say what was sealed
   * @param outdated are under an older key
   * @param damaged are under the newest key and do not open, or say something else
   */
  record Copies(long sound, long outdated, long damaged) {}
}
