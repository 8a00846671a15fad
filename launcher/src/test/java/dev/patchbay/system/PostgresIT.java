package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same server on PostgreSQL: everything is there again after a kill, nothing on the disk. */
class PostgresIT {
  @TempDir Path folder;

  @Test
  void should_live_in_the_database_only_and_say_so_when_that_is_gone() {
    try (PostgresDatabase database = PostgresDatabase.start();
        PatchbayServer server = PatchbayServer.in(folder).withPostgres(database).start()) {
      assertThat(server.crm().get("/me").status()).isEqualTo(200);
      assertThat(server.data()).isDirectoryNotContaining("glob:**.mv.db");

      server.kill();
      server.start();
      assertThat(server.crm().get("/me").status()).isEqualTo(200);

      server.kill();
      database.close();
      assertThat(server.startInVain()).isEqualTo(1);
      assertThat(server.errors()).hasLineCount(1).contains("The database", "cannot be used");
    }
  }
}
