package dev.patchbay.host.edit;

import dev.patchbay.host.json.JsonObjects;
import dev.patchbay.host.mapping.FieldPath;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.StoredRecord;
import dev.patchbay.host.recurrence.Series;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The occurrences of a series that were changed or cancelled by themselves: records that name it.
 * Nothing is indexed by that, since every pulled record would pay for it; who splits a series has
 * the records of its collection looked through.
 */
@Singleton
public class SeriesExceptions {
  private static final String FIND =
      "select r.id, r.data, r.deleted_at, e.state from record r left join edit e"
          + " on e.connection_id = r.connection_id and e.type = r.type and e.record_id = r.id"
          + " where r.collection_id = ? and (r.deleted_at is null or e.state is not null)"
          + " and r.data like ? escape '!' order by r.id";

  /**
   * One of them.
   *
   * @param at when it would be by the rule
   */
  record Deviation(String recordId, LocalDateTime at, String text, Map<String, Object> data) {

    boolean isCancelled() {
      return "cancelled".equals(data.get("status"));
    }
  }

  /**
   * Those at or after a time.
   *
   * @throws ProblemException if one has an edit on its way (409)
   */
  List<Deviation> of(Connection database, EditScope where, StoredRecord series, LocalDateTime from)
      throws SQLException {
    RecordScope scope = where.in(series.collection());
    FieldPath path = FieldPath.of(where.seriesPath().orElseThrow());
    List<Deviation> found = new ArrayList<>();
    try (PreparedStatement statement = database.prepareStatement(FIND)) {
      statement.setString(1, scope.collectionId());
      statement.setString(2, pattern(series.externalId()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Map<String, Object> data = JsonObjects.read(row.getString("data"));
          if (series.externalId().equals(path.in(data))
              && data.get("recurrenceId") instanceof String at
              && !Series.time(at).isBefore(from)) {
            requireUnedited(row.getString("id"), at, row.getString("state"));
            found.add(
                new Deviation(row.getString("id"), Series.time(at), row.getString("data"), data));
          }
        }
      }
    }
    return found;
  }

  private static String pattern(String externalId) {
    return "%" + JsonObjects.writeValue(externalId).replaceAll("([!%_])", "!$1") + "%";
  }

  private static void requireUnedited(String id, String at, String state) {
    if (state != null) {
      throw ProblemException.conflict(
          ("The occurrence of %s (record %s) has an edit of its own on its way: split the series"
                  + " once the service has that.")
              .formatted(at, id));
    }
  }
}
