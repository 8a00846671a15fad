package dev.patchbay.host.record;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.Map;

/**
 * Patchbay's copy of one item, as the API tells it. Its data goes from the database into the answer
 * as it is, without being read in between.
 *
 * @param collection the id of its collection
 * @param externalVersion null if the service has no versions
 * @param data the item in its standard schema, as JSON
 * @param asOf when it was last known to be what the service has
 * @param deleted true if it no longer exists at the service, else null
 * @param deletedReason the service's word for it
 * @param mergedInto the external id of the item that holds it now, if it was merged
 * @param crmId the CRM's own id of it, or null if it gave none
 * @param pending the state of the CRM's edit of it that the service does not have yet, or null if
 *     there is none
 * @param fields what the data holds by the CRM's own names, or null if it gave no names
 */
public record StoredRecord(
    String id,
    String connectionId,
    String type,
    String collection,
    String externalId,
    String externalVersion,
    @JsonRawValue String data,
    long changeSeq,
    Instant createdAt,
    Instant updatedAt,
    Instant asOf,
    Boolean deleted,
    String deletedReason,
    String mergedInto,
    String crmId,
    String pending,
    Map<String, Object> fields) {

  /** The same record with what it holds by the CRM's own names. */
  StoredRecord called(Map<String, Object> names) {
    return new StoredRecord(
        id,
        connectionId,
        type,
        collection,
        externalId,
        externalVersion,
        data,
        changeSeq,
        createdAt,
        updatedAt,
        asOf,
        deleted,
        deletedReason,
        mergedInto,
        crmId,
        pending,
        names);
  }

  @JsonIgnore
  public boolean isTombstone() {
    return Boolean.TRUE.equals(deleted);
  }
}
