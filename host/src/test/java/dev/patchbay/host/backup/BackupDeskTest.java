package dev.patchbay.host.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.persistence.H2File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.ZipFile;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupDeskTest {
  @TempDir Path data;
  private final JdbcDataSource database = new JdbcDataSource();
  private Path folder;
  private BackupDesk desk;

  @BeforeEach
  void open() {
    database.setURL("jdbc:h2:file:" + data.resolve("patchbay"));
    folder = data.resolve("work/backup");
    desk = new BackupDesk(H2File.of(database).orElseThrow(), folder);
    desk.open();
  }

  @Test
  void should_make_a_backup_when_there_is_a_wish() throws Exception {
    Files.createFile(folder.resolve("tuesday.wish"));

    desk.serve();

    try (ZipFile zip = new ZipFile(folder.resolve("tuesday.zip").toFile())) {
      assertThat(zip.stream()).extracting("name").containsExactly("patchbay.mv.db");
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.wish");
  }

  @Test
  void should_do_nothing_when_nobody_wishes() {
    desk.serve();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void should_say_why_when_a_backup_fails() throws IOException, SQLException {
    Files.createFile(folder.resolve("tuesday.wish"));
    Files.createDirectories(folder.resolve("tuesday.zip/in-the-way"));

    desk.serve();

    assertThat(folder.resolve("tuesday.problem")).isNotEmptyFile();
    assertThat(folder.resolve("tuesday.wish")).doesNotExist();
  }

  @Test
  void should_find_no_file_when_h2_keeps_everything_in_memory() throws SQLException {
    JdbcDataSource memory = new JdbcDataSource();
    memory.setURL("jdbc:h2:mem:backup;DB_CLOSE_DELAY=-1");
    try (Connection connection = memory.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(H2File.of(memory)).isEmpty();
      statement.execute("shutdown");
    }
  }
}
