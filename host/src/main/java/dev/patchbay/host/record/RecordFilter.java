package dev.patchbay.host.record;

import dev.patchbay.host.problem.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a list of records is bounded to, as a resource takes it from the query. */
public class RecordFilter {
  private static final Set<String> PENDING =
      new TreeSet<>(Set.of("waiting", "sending", "quarantined", "outcome-unknown"));

  @QueryParam("collection")
  private String collection;

  @QueryParam("q")
  private String words;

  @QueryParam("crmId")
  private String crmId;

  @QueryParam("updatedSince")
  private String updatedSince;

  @QueryParam("pending")
  private String pending;

  /** For the container. */
  public RecordFilter() {}

  /** Of one collection, or with some words, or neither. */
  static RecordFilter of(String collection, String words) {
    RecordFilter filter = new RecordFilter();
    filter.collection = collection;
    filter.words = words;
    return filter;
  }

  /** The one record with the CRM's own id. */
  public static RecordFilter crm(String crmId) {
    RecordFilter filter = new RecordFilter();
    filter.crmId = crmId;
    return filter;
  }

  static RecordFilter since(String updatedSince, String pending) {
    RecordFilter filter = new RecordFilter();
    filter.updatedSince = updatedSince;
    filter.pending = pending;
    return filter;
  }

  /** The CRM's own id of the one record that is asked for; it goes with no other filter. */
  Optional<String> crmId() {
    if (crmId != null
        && (collection != null || words != null || updatedSince != null || pending != null)) {
      throw ProblemException.badParameter("crmId", "leads to one record: leave the others out");
    }
    return Optional.ofNullable(crmId);
  }

  RecordQuery query(String tenantId, String connectionId, String type) {
    return new RecordQuery(
        tenantId,
        connectionId,
        type,
        Optional.ofNullable(collection).filter(id -> !id.isEmpty()),
        Optional.ofNullable(words),
        Optional.ofNullable(updatedSince).map(RecordFilter::instant),
        Optional.ofNullable(pending).map(RecordFilter::state));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw ProblemException.badParameter(
          "updatedSince", "must be an instant such as 2026-11-23T08:00:00Z");
    }
  }

  private static String state(String text) {
    if (!PENDING.contains(text)) {
      throw ProblemException.badParameter(
          "pending", "must be one of " + String.join(", ", PENDING));
    }
    return text.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
