package dev.patchbay.host.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.json.Json;
import dev.patchbay.host.persistence.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class FirstStartTest {
  private final SecuritySetup setup;
  @TempDir private Path folder;

  FirstStartTest(Dialect dialect) {
    setup = new SecuritySetup(dialect);
  }

  @Test
  void should_let_admin_and_crm_in_when_the_server_is_empty() throws IOException {
    prepare();

    JsonNode written = Json.mapper().readTree(file().toFile());
    Secret password = Secret.of(written.get("password").asText());
    assertThat(setup.signIn.user(written.get("username").asText(), password, "::1")).isNotNull();
    assertThat(
            setup.signIn.key(
                new ClientCredentials(
                    written.get("clientId").asText(),
                    Secret.of(written.get("clientSecret").asText())),
                "::1"))
        .isPresent();
  }

  @Test
  void should_show_the_file_to_nobody_else_when_it_is_written() throws IOException {
    prepare();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void should_write_nothing_when_somebody_can_sign_in() throws IOException {
    prepare();
    Files.delete(file());

    prepare();

    assertThat(file()).doesNotExist();
  }

  @Test
  void should_keep_no_secret_in_the_database_when_it_has_written_them() throws Exception {
    prepare();
    JsonNode written = Json.mapper().readTree(file().toFile());

    assertThat(stored())
        .isNotBlank()
        .doesNotContain(written.get("password").asText())
        .doesNotContain(written.get("clientSecret").asText());
  }

  private void prepare() {
    setup.database.transactions().run(() -> setup.firstStart(folder).prepare());
  }

  private Path file() {
    return folder.resolve("first-sign-in.json");
  }

  private String stored() throws SQLException {
    StringBuilder all = new StringBuilder();
    try (Connection connection = setup.database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String column : new String[] {"app_user.password_hash", "api_key.secret_hash"}) {
        String table = column.substring(0, column.indexOf('.'));
        try (ResultSet rows = statement.executeQuery("select " + column + " from " + table)) {
          while (rows.next()) {
            all.append(rows.getString(1)).append('\n');
          }
        }
      }
    }
    return all.toString();
  }
}
