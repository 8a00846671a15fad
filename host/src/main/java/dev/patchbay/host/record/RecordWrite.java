package dev.patchbay.host.record;

/**
 * An item on its way into its record.
 *
 * @param recordId the id of a record that is made now; one that is there keeps its own
 * @param externalVersion the service's mark of this state, or null if it has none
 * @param data the item in its standard schema, as JSON
 */
public record RecordWrite(
    String recordId, String externalId, String externalVersion, String fingerprint, String data) {

  /** The same item with other data. */
  public RecordWrite with(String otherData) {
    return new RecordWrite(recordId, externalId, externalVersion, fingerprint, otherData);
  }

  /** The same item in another record. */
  public RecordWrite of(String otherRecord) {
    return new RecordWrite(otherRecord, externalId, externalVersion, fingerprint, data);
  }
}
