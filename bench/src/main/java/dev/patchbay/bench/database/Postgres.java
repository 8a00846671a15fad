package dev.patchbay.bench.database;

import dev.patchbay.bench.measure.Cpu;
import dev.patchbay.bench.measure.ProcessTree;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A PostgreSQL of its own, as it comes: every commit waits for the disk. Product and limit have a
 * database each in it.
 */
public final class Postgres implements AutoCloseable {
  private final EmbeddedPostgres server;
  private final Cpu cpu;
  private final Map<String, Connection> connections = new HashMap<>();

  private Postgres(EmbeddedPostgres server, Path data) {
    this.server = server;
    this.cpu = new ProcessTree(postmaster(data));
  }

  /** Starts one with its data in this folder. */
  public static Postgres start(Path data) {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .start();
      Postgres postgres = new Postgres(server, data);
      postgres.requireDurable();
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL cannot be started in " + data, e);
    }
  }

  private static long postmaster(Path data) {
    try {
      return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireDurable() {
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      String value = rows("postgres", "show " + setting).get(0).get(0);
      if (!value.equals("on")) {
        throw new IllegalStateException(setting + " is " + value + ", so nothing would be true");
      }
    }
  }

  public void create(String database) {
    execute("postgres", "create database " + database);
  }

  /** Writes what earlier work left over, so that the next work does not pay for it. */
  public void settle() {
    execute("postgres", "checkpoint");
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
  }

  public String user() {
    return "postgres";
  }

  /** Of all its processes, those that ended included. */
  public Cpu cpu() {
    return cpu;
  }

  public void execute(String database, String sql) {
    try (Statement statement = connection(database).createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  public List<List<String>> rows(String database, String sql, Object... parameters) {
    try (PreparedStatement statement = connection(database).prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return all(rows);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Lends a connection for work of another kind. */
  public void borrow(String database, Consumer<Connection> work) {
    try {
      work.accept(connection(database));
    } catch (SQLException e) {
      throw new IllegalStateException(database + " cannot be reached", e);
    }
  }

  /** One for each database: to open another would cost more than most questions. */
  private Connection connection(String database) throws SQLException {
    Connection known = connections.get(database);
    if (known == null) {
      known = server.getDatabase(user(), database).getConnection();
      connections.put(database, known);
    }
    return known;
  }

  private static List<List<String>> all(ResultSet rows) throws SQLException {
    List<List<String>> found = new ArrayList<>();
    while (rows.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        row.add(rows.getString(i));
      }
      found.add(row);
    }
    return found;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
