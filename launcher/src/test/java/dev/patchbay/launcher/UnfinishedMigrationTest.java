package dev.patchbay.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedMigrationTest {
  @TempDir Path temp;
  private DataFolder folder;
  private Path copy;

  @BeforeEach
  void open() {
    folder = DataFolder.open(temp.resolve("data"));
    copy = folder.path().resolve("before-migration.zip");
  }

  @AfterEach
  void close() {
    folder.close();
  }

  @Test
  void should_bring_the_database_from_before_back_when_there_is_a_copy() throws Exception {
    run("create table old (id int)");
    run("backup to '" + copy + "'");
    run("create table half_of_the_new (id int)");

    UnfinishedMigration.undo(folder);

    assertThat(tables()).isEqualTo("OLD");
    assertThat(copy).doesNotExist();
  }

  @Test
  void should_leave_the_database_alone_when_there_is_no_copy() throws Exception {
    run("create table old (id int)");
    Files.writeString(folder.path().resolve("before-migration.zip.part"), "half a copy");

    UnfinishedMigration.undo(folder);

    assertThat(tables()).isEqualTo("OLD");
  }

  @Test
  void should_say_so_when_the_copy_is_no_copy() throws IOException {
    Files.writeString(copy, "no zip");

    assertThatThrownBy(() -> UnfinishedMigration.undo(folder))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining(copy.toString())
        .hasMessageContaining("holds no patchbay.mv.db");
    assertThat(copy).exists();
    assertThat(folder.database()).doesNotExist();
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String tables() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select listagg(table_name, ' ') within group (order by table_name)"
                    + " from information_schema.tables where table_schema = 'PUBLIC'")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:h2:file:" + folder.path().resolve("patchbay"), "patchbay", "patchbay");
  }
}
