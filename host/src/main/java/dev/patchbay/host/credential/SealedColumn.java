package dev.patchbay.host.credential;

/**
 * A column that holds what the vault sealed. Where a value of it lives follows from its names, so
 * that a value can be sealed again by whoever knows nothing else about it.
 *
 * @param key the column of the table's primary key
 * @param ofTenant whether its rows belong to tenants and not to the server
 */
public record SealedColumn(String table, String key, boolean ofTenant, String name) {

  /** Returns where the value of one row is sealed for. */
  public Place place(String tenantId, String rowId) {
    return new Place(ofTenant ? tenantId : Place.SERVER, table, rowId, name);
  }

  @Override
  public String toString() {
    return table + "." + name;
  }
}
