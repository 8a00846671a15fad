package dev.patchbay.host.record;

/**
 * Which changes are asked for.
 *
 * @param type null for all types
 * @param connectionId null for all connections
 */
public record ChangeQuery(String tenantId, String type, String connectionId) {

  /** All changes of a tenant. */
  public static ChangeQuery all(String tenantId) {
    return new ChangeQuery(tenantId, null, null);
  }
}
