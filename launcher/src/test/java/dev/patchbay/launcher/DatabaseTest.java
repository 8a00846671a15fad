package dev.patchbay.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
  private static final Path DATA = Path.of("/var/lib/pb");

  @Test
  void should_lose_no_commit_and_open_no_port_when_h2_keeps_the_data() {
    Database database = Database.of(Map.of(), DATA);

    assertThat(database.isInDataFolder()).isTrue();
    assertThat(database.properties())
        .containsEntry("patchbay.db.class", "dev.patchbay.host.persistence.h2.H2DataSource")
        .containsEntry(
            "patchbay.db.url",
            "jdbc:h2:file:/var/lib/pb/patchbay;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
    assertThat(database.properties().get("patchbay.db.url")).doesNotContain("AUTO_SERVER");
  }

  @Test
  void should_use_postgresql_when_the_environment_names_one() {
    Database database =
        Database.of(
            Map.of(
                "PATCHBAY_DB_URL", "jdbc:postgresql://db/pb",
                "PATCHBAY_DB_USER", "pat",
                "PATCHBAY_DB_PASSWORD", "secret-word"),
            DATA);

    assertThat(database.isInDataFolder()).isFalse();
    assertThat(database.properties())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "patchbay.db.class", "org.postgresql.xa.PGXADataSource",
                "patchbay.db.url", "jdbc:postgresql://db/pb",
                "patchbay.db.user", "pat",
                "patchbay.db.password", "secret-word"));
  }

  @Test
  void should_read_the_password_from_a_file_when_the_environment_names_one(@TempDir Path temp)
      throws IOException {
    Path secret = Files.writeString(temp.resolve("secret"), "secret-word\n");

    assertThat(
            Database.of(
                    Map.of(
                        "PATCHBAY_DB_URL",
                        "jdbc:postgresql://db/pb",
                        "PATCHBAY_DB_PASSWORD_FILE",
                        secret.toString()),
                    DATA)
                .properties())
        .containsEntry("patchbay.db.password", "secret-word");
  }

  @Test
  void should_name_the_password_file_when_it_is_not_there() {
    assertThatThrownBy(
            () ->
                Database.of(
                    Map.of(
                        "PATCHBAY_DB_URL", "jdbc:postgresql://db/pb",
                        "PATCHBAY_DB_PASSWORD_FILE", "/no/such/secret"),
                    DATA))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining("PATCHBAY_DB_PASSWORD_FILE /no/such/secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'x'", "jdbc:mysql://db/pb?password=w"})
  void should_refuse_without_repeating_it_when_the_url_is_for_another_database(String url) {
    assertThatThrownBy(() -> Database.of(Map.of("PATCHBAY_DB_URL", url), DATA))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining("jdbc:postgresql://")
        .hasMessageNotContaining(url);
  }

  @Test
  void should_refuse_when_the_folder_would_add_settings_to_the_url() {
    assertThatThrownBy(() -> Database.of(Map.of(), Path.of("/x;AUTO_SERVER=TRUE")))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining("semicolon");
  }
}
