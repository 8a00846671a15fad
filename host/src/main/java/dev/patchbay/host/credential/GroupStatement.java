package dev.patchbay.host.credential;

import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.DatabaseFailure;
import dev.patchbay.host.persistence.GroupCommit;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A statement for all renewals that want it at the same time, with one commit; PostgreSQL's. Its
 * parameters are an array for each column of the wishes. It waits for no row that somebody else has
 * at the moment, lest nobody get anything because of one; so whoever gets nothing asks alone.
 */
final class GroupStatement<T> {
  /** Of which rows; what a condition follows. */
  static final String OF_WISHES =
      " where ctid = any(array(select ctid from credential where connection_id = any(?)"
          + " and (tenant_id, connection_id, version) in (select * from unnest(?, ?, ?))";

  /** After the conditions. */
  static final String UNLESS_TAKEN = " for update skip locked)) returning connection_id";

  private static final System.Logger LOG = System.getLogger(GroupStatement.class.getName());
  private static final int MOST = 100;

  private final Database database;
  private final String sql;
  private final ColumnKind firstKind;
  private final ColumnKind secondKind;
  private final Reading<T> reading;
  private final GroupCommit<Wish<T>> group = new GroupCommit<>(MOST, this::tryToWrite);

  /**
   * @param sql begins with arrays of connections and of the two values of each
   * @param reading what each row that was written tells
   */
  GroupStatement(
      Database database,
      String sql,
      ColumnKind firstKind,
      ColumnKind secondKind,
      Reading<T> reading) {
    this.database = database;
    this.sql = sql;
    this.firstKind = firstKind;
    this.secondKind = secondKind;
    this.reading = reading;
  }

  /** What was written and committed, if it was. */
  Optional<T> ask(Wish<T> wish) {
    if (database.takesPart()) {
      return Optional.empty();
    }
    group.add(wish);
    return wish.outcome();
  }

  private void tryToWrite(List<Wish<T>> all) {
    try {
      write(all);
    } catch (DatabaseFailure e) {
      LOG.log(
          Level.WARNING,
          "%d renewals could not be written together and are written one by one"
              .formatted(all.size()),
          e);
    }
  }

  private void write(List<Wish<T>> all) {
    Map<String, Wish<T>> wishes = new LinkedHashMap<>();
    all.forEach(wish -> wishes.putIfAbsent(wish.holder().connectionId(), wish));
    database.<Void>read(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(connection, statement, List.copyOf(wishes.values()));
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
              wishes.get(rows.getString(1)).fulfil(reading.of(rows));
            }
            return null;
          }
        });
  }

  private void set(Connection connection, PreparedStatement statement, List<Wish<T>> wishes)
      throws SQLException {
    var ids = ColumnKind.TEXT.array(connection, of(wishes, wish -> wish.holder().connectionId()));
    var tenants = ColumnKind.TEXT.array(connection, of(wishes, wish -> wish.holder().tenantId()));
    statement.setArray(1, ids);
    statement.setArray(2, firstKind.array(connection, of(wishes, Wish::first)));
    statement.setArray(3, secondKind.array(connection, of(wishes, Wish::second)));
    statement.setArray(4, ids);
    statement.setArray(5, tenants);
    statement.setArray(6, ids);
    statement.setArray(7, ColumnKind.NUMBER.array(connection, of(wishes, Wish::version)));
  }

  private static <T> Stream<?> of(List<Wish<T>> wishes, Function<Wish<T>, ?> column) {
    return wishes.stream().map(column);
  }

  /** Reads a row, whose first column is the connection's id. */
  @FunctionalInterface
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }
}
