package dev.patchbay.bench.limit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** Grants in the database, over one connection; each statement has a commit of its own. */
final class BareGrants {
  private static final int KEPT_BYTES = 400;
  private static final String CREATE = "insert into token (id, answer, version) values (?, ?, 0)";
  private static final String LEASE =
      "update token set lease_owner = ?, lease_until = current_timestamp + interval '10' second"
          + " where id = ? and (lease_until is null or lease_until <= current_timestamp)"
          + " returning answer, version";
  private static final String KEEP =
      "update token set answer = ?, version = version + 1, lease_owner = null, lease_until = null"
          + " where id = ? and version = ?";

  private final BareTokens server;
  private final PreparedStatement create;
  private final PreparedStatement lease;
  private final PreparedStatement keep;

  BareGrants(Connection connection, BareTokens server) throws SQLException {
    this.server = server;
    this.create = connection.prepareStatement(CREATE);
    this.lease = connection.prepareStatement(LEASE);
    this.keep = connection.prepareStatement(KEEP);
  }

  void create(int id) throws SQLException, IOException {
    create.setInt(1, id);
    create.setBytes(2, kept(server.consent("bare" + id)));
    create.executeUpdate();
  }

  /** Returns the new access token. */
  String renew(int id) throws SQLException, IOException {
    lease.setString(1, "node-" + id);
    lease.setInt(2, id);
    JsonNode old;
    long version;
    try (ResultSet row = lease.executeQuery()) {
      if (!row.next()) {
        throw new IllegalStateException("Somebody else has the lease of " + id);
      }
      old = server.read(row.getBytes(1));
      version = row.getLong(2);
    }
    byte[] answer = server.renew(old.path("refresh_token").textValue());
    keep.setBytes(1, kept(answer));
    keep.setInt(2, id);
    keep.setLong(3, version);
    if (keep.executeUpdate() != 1) {
      throw new IllegalStateException("The token " + id + " was not kept");
    }
    return server.read(answer).path("access_token").textValue();
  }

  /** As long as what the product keeps; the rest is zeros, which {@link BareTokens} reads over. */
  private static byte[] kept(byte[] answer) {
    return Arrays.copyOf(answer, KEPT_BYTES);
  }
}
