package dev.patchbay.host.record;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds records by words in their text. The database finds candidates; whether the words stand in a
 * value, and not in the name of a property, is then looked at here.
 */
@Singleton
public class RecordSearch {
  private static final int CANDIDATES_AT_ONCE = 500;

  private final Records records;

  @Inject
  public RecordSearch(Records records) {
    this.records = records;
  }

  /** Finds up to so many records after an id. */
  public List<StoredRecord> find(RecordQuery query, String after, int rows) {
    if (query.words().isEmpty()) {
      return records.list(query, after, rows);
    }
    RecordText text = new RecordText(query.words().get());
    List<StoredRecord> found = new ArrayList<>();
    List<StoredRecord> candidates;
    String last = after;
    do {
      candidates = records.list(query, last, CANDIDATES_AT_ONCE);
      for (StoredRecord candidate : candidates) {
        last = candidate.id();
        if (text.isIn(candidate.data()) && found.size() < rows) {
          found.add(candidate);
        }
      }
    } while (found.size() < rows && candidates.size() == CANDIDATES_AT_ONCE);
    return found;
  }
}
