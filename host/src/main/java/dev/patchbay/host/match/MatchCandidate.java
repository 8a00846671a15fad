package dev.patchbay.host.match;

import dev.patchbay.host.json.JsonObjects;
import dev.patchbay.host.record.RecordTitle;
import java.util.Map;

/**
 * A record of an item that the service has, and that a new record of the CRM may be the same as.
 *
 * @param crmId the CRM's id of another record that it already is, or null
 * @param edited whether an edit of it waits
 */
public record MatchCandidate(
    String recordId,
    String collection,
    String externalId,
    String externalVersion,
    String fingerprint,
    String data,
    String crmId,
    boolean edited) {

  /** Whether nothing of the CRM hangs on it yet. */
  public boolean isFree() {
    return crmId == null && !edited;
  }

  public Map<String, Object> dataObject() {
    return JsonObjects.read(data);
  }

  /** What a person knows the record by, or null. */
  public String title() {
    return RecordTitle.of(dataObject());
  }
}
