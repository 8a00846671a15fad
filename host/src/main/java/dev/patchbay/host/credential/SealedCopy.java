package dev.patchbay.host.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What was read of a credential. It is opened when the connection is given back, since a key may
 * have to be read for it.
 */
final class SealedCopy {
  private final byte[] content;
  private final long version;
  private final Optional<String> refusal;

  private SealedCopy(byte[] content, long version, Optional<String> refusal) {
    this.content = content;
    this.version = version;
    this.refusal = refusal;
  }

  /**
   * @param column the content's; version and refusal follow
   */
  static SealedCopy of(ResultSet row, int column) throws SQLException {
    return new SealedCopy(
        row.getBytes(column),
        row.getLong(column + 1),
        Optional.ofNullable(row.getString(column + 2)));
  }

  Kept open(Vault vault, Holder holder) {
    return new Kept(vault.open(holder.place(), content), version, refusal);
  }
}
