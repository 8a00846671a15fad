package dev.patchbay.host.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Where a sealed value lives. It is bound into the seal, so that a value copied to another tenant,
 * row or column does not open there.
 */
public record Place(String tenantId, String table, String rowId, String column) {
  /** Stands in for the tenant of what belongs to the server itself. */
  public static final String SERVER = "server";

  byte[] associatedData() {
    return String.join("\n", tenantId, table, rowId, column).getBytes(UTF_8);
  }
}
