package dev.patchbay.host.edit;

import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.record.RecordScope;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;

/** Which edits a split of a series needs, and whose turn it is. */
@Singleton
public class Splits {
  private static final String JOIN =
      "update edit set split_id = ?, split_turn = ?, split_from = ?"
          + " where connection_id = ? and type = ? and record_id = ?";
  private static final String EARLIER =
      "select count(*) from edit"
          + " where connection_id = ? and type = ? and split_id = ? and split_turn < ?";

  private static final String LIVE =
      "select id from record"
          + " where connection_id = ? and type = ? and id = ? and deleted_at is null";

  /** Gives an edit its part. */
  void join(Connection database, RecordScope scope, String recordId, SplitPart part)
      throws SQLException {
    set(database, scope, recordId, part.id(), part.turn().place(), part.from());
  }

  /** The edit goes by itself from now on. */
  void leave(Connection database, RecordScope scope, String recordId) throws SQLException {
    set(database, scope, recordId, null, null, null);
  }

  private static void set(
      Connection database, RecordScope scope, String recordId, String id, Integer turn, String from)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(JOIN)) {
      statement.setString(1, id);
      statement.setObject(2, turn, Types.INTEGER);
      statement.setString(3, from);
      statement.setString(4, scope.connectionId());
      statement.setString(5, scope.type());
      statement.setString(6, recordId);
      statement.executeUpdate();
    }
  }

  /** Refuses to leave an edit unsent without which occurrences would be there twice (409). */
  void requireDispensable(Connection database, RecordScope scope, PendingEdit edit)
      throws SQLException {
    Optional<SplitPart> end = edit.split().filter(part -> part.turn() == SplitPart.Turn.END);
    if (end.isPresent() && isLive(database, scope, end.get().id())) {
      throw ProblemException.conflict(
          ("The series %s continues as %s from %s on, so it has to end before that: send the edit"
                  + " again, or delete that record first.")
              .formatted(edit.recordId(), end.get().id(), end.get().from()));
    }
  }

  private static boolean isLive(Connection database, RecordScope scope, String recordId)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(LIVE)) {
      statement.setString(1, scope.connectionId());
      statement.setString(2, scope.type());
      statement.setString(3, recordId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Whether nothing has to be settled at the service before the edit. */
  public boolean isTurnOf(Connection database, RecordScope scope, PendingEdit edit)
      throws SQLException {
    return edit.split().isEmpty() || earlier(database, scope, edit.split().get()) == 0;
  }

  private static int earlier(Connection database, RecordScope scope, SplitPart part)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(EARLIER)) {
      statement.setString(1, scope.connectionId());
      statement.setString(2, scope.type());
      statement.setString(3, part.id());
      statement.setInt(4, part.turn().place());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
