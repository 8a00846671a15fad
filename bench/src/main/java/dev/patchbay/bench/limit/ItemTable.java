package dev.patchbay.bench.limit;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The least table that a pull can fill: id, hash, text, and the one index that finds them. */
final class ItemTable {
  private static final String UPSERT =
      """
      insert into item (id, hash, data) select * from unnest(?::text[], ?::text[], ?::text[])
      on conflict (id) do update set hash = excluded.hash, data = excluded.data
        where item.hash <> excluded.hash
      """;
  private static final String COMPARE =
      """
      select count(*) from unnest(?::text[], ?::text[]) i (id, hash)
      left join lateral (select hash from item where id = i.id offset 0) t on true
      where t.hash is distinct from i.hash
      """;

  private final Connection database;

  ItemTable(Connection database) {
    this.database = database;
  }

  /** Writes what is new or changed and commits; returns how many rows that were. */
  int upsert(EventPage page) {
    try (PreparedStatement statement = database.prepareStatement(UPSERT)) {
      statement.setArray(1, text(page.ids));
      statement.setArray(2, text(page.hashes));
      statement.setArray(3, text(page.texts));
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns how many of the page are new or changed. */
  int compare(EventPage page) {
    try (PreparedStatement statement = database.prepareStatement(COMPARE)) {
      statement.setArray(1, text(page.ids));
      statement.setArray(2, text(page.hashes));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Array text(List<String> values) throws SQLException {
    return database.createArrayOf("text", values.toArray());
  }
}
