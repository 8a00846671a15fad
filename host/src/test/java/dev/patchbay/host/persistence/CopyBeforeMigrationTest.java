package dev.patchbay.host.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.host.problem.StartupRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.ZipInputStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2 in a file, whose server dies while it changes the tables. */
class CopyBeforeMigrationTest {
  @TempDir Path folder;
  private final JdbcDataSource database = new JdbcDataSource();
  private Path copy;

  @BeforeEach
  void place() {
    database.setURL("jdbc:h2:file:" + folder.resolve("patchbay"));
    copy = folder.resolve("before-migration.zip");
  }

  @Test
  void should_leave_no_copy_when_the_tables_are_complete() throws Exception {
    new Migration(database).run();

    assertThat(copy).doesNotExist();
    assertThat(rows("server_state")).isEqualTo(1);
  }

  @Test
  void should_come_up_when_a_first_start_died_among_its_tables() throws Exception {
    CopyBeforeMigration.of(database).make();
    runHalfOfTheFirstStep();
    assertThatThrownBy(() -> new Migration(database).run()).isInstanceOf(StartupRefused.class);

    putCopyBack();
    new Migration(database).run();

    assertThat(rows("app_user")).isZero();
  }

  @Test
  void should_refuse_when_the_tables_are_those_of_a_newer_version() throws Exception {
    new Migration(database).run();
    run(
        "insert into \"flyway_schema_history\" select \"installed_rank\" + 100, '999', \"description\","
            + " \"type\", 'V999__later.sql', \"checksum\", \"installed_by\", \"installed_on\","
            + " \"execution_time\", \"success\" from \"flyway_schema_history\" where \"version\" = '1'");

    assertThatThrownBy(() -> new Migration(database).run())
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("newer Patchbay (step 999)");
  }

  @Test
  void should_keep_the_tables_when_there_is_no_room_for_a_copy() throws Exception {
    Files.createDirectories(folder.resolve("before-migration.zip.part/something"));

    assertThatThrownBy(() -> new Migration(database).run())
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("cannot be copied");
    assertThat(rows("information_schema.tables where table_schema = 'PUBLIC'")).isZero();
  }

  private void runHalfOfTheFirstStep() throws IOException, SQLException {
    try (InputStream script =
        Migration.class.getResourceAsStream("/db/migration/V1__tenant_and_access.sql")) {
      String[] statements =
          new String(script.readAllBytes(), StandardCharsets.UTF_8).split(";", -1);
      for (int i = 0; i < statements.length / 2; i++) {
        run(statements[i]);
      }
    }
  }

  private void putCopyBack() throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(copy))) {
      zip.getNextEntry();
      Files.copy(zip, folder.resolve("patchbay.mv.db"), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.delete(copy);
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int rows(String table) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("select count(*) from " + table)) {
      count.next();
      return count.getInt(1);
    }
  }
}
