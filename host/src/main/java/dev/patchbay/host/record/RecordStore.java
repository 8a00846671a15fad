package dev.patchbay.host.record;

import dev.patchbay.api.sync.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a pull does with records, in bulk. Each database has its own fast way, and the caller's
 * connection says what belongs to one transaction.
 */
public interface RecordStore {

  /**
   * Finds what is new, changed or gone, in one statement.
   *
   * @param changes at most one for each external id
   * @return the changes that the records do not show yet, in their order
   */
  List<Difference> compare(Connection database, String collectionId, List<Change> changes)
      throws SQLException;

  /**
   * Takes the next places in the tenant's feed. Whoever takes one keeps all others of the tenant
   * waiting until its commit: that is why a reader of the feed never misses a change.
   *
   * @return the first of the places
   */
  long takeChanges(Connection database, String tenantId, int count) throws SQLException;

  /** Makes records; the first gets the place {@code firstSeq} in the feed. */
  void insert(
      Connection database, RecordScope scope, List<RecordWrite> writes, long firstSeq, Instant now)
      throws SQLException;

  /** Changes records, and revives those that were deleted. */
  void update(
      Connection database, RecordScope scope, List<RecordWrite> writes, long firstSeq, Instant now)
      throws SQLException;

  /** Marks records as deleted; their data stays. */
  void delete(
      Connection database, RecordScope scope, List<Deletion> deletions, long firstSeq, Instant now)
      throws SQLException;

  /** Empties all records of a connection and leaves a tombstone of each in the feed. */
  void erase(Connection database, String tenantId, String connectionId, Instant now)
      throws SQLException;

  /** Names every item of the collection that is not deleted. */
  void forEachExternalId(Connection database, String collectionId, Consumer<String> visitor)
      throws SQLException;
}
