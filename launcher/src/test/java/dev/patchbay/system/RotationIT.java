package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A data key is replaced while connections are used; the server is killed in the middle and started
 * again. How many credentials there are is said by {@code rotation.credentials}.
 */
class RotationIT {
  private static final int CREDENTIALS = Integer.getInteger("rotation.credentials", 10_000);
  private static final long MINUTES = 10 + CREDENTIALS / 10_000;
  private static final int ENOUGH = 20;
  private static final List<String> ACCOUNTS =
      List.of("one@sandbox.example", "two@sandbox.example", "three@sandbox.example");

  private final Map<String, String> connections = new LinkedHashMap<>();
  private PatchbayServer server;
  private Credentials reader;
  @TempDir Path folder;

  @Test
  void should_fail_nobody_and_go_on_after_a_kill_on_h2() throws Exception {
    try (PatchbayServer one = PatchbayServer.in(folder).withSandbox().start()) {
      server = one;
      connect();
      server.stop();
      Database database = () -> h2(server.data().resolve("patchbay"));
      fill(database);
      server.start();
      assertGoesOn(rotateUntilKilled(), this::copyOfH2, database);
    }
  }

  @Test
  void should_fail_nobody_and_go_on_after_a_kill_on_postgresql() throws Exception {
    try (PostgresDatabase postgres = PostgresDatabase.start();
        PatchbayServer one =
            PatchbayServer.in(folder).withPostgres(postgres).withSandbox().start()) {
      server = one;
      connect();
      Database database =
          () -> DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
      fill(database);
      assertGoesOn(rotateUntilKilled(), database, database);
    }
  }

  private void fill(Database database) throws Exception {
    try (Connection stored = database.open()) {
      credentialsIn(stored).copy(connections.get(ACCOUNTS.get(0)), CREDENTIALS);
    }
  }

  private void assertGoesOn(String rotation, Database dead, Database stopped) throws Exception {
    try (Connection left = dead.open()) {
      StoredCredentials.Copies copies = credentialsIn(left).copies();
      assertThat(copies.damaged()).isZero();
      assertThat(copies.sound()).as("killed in the middle").isPositive();
      assertThat(copies.outdated()).as("killed in the middle").isPositive();
      assertThat(resealed(left)).isPositive();
    }
    server.start();
    JsonNode ended = goOn(rotation);

    assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("SUCCEEDED");
    assertThat(ended.path("resealed").asLong())
        .as("each once: %s", ended)
        .isBetween((long) CREDENTIALS, ended.path("total").asLong());
    server.stop();
    try (Connection stored = stopped.open()) {
      assertThat(credentialsIn(stored).copies())
          .isEqualTo(new StoredCredentials.Copies(CREDENTIALS, 0, 0));
    }
  }

  private void connect() {
    Map<String, Object> wish =
        Map.of("name", "reader", "scopes", List.of("credentials:read", "connections:write"));
    JsonNode key = server.admin().post("/api-keys", wish).json();
    reader =
        new Credentials(
            "", "", key.path("clientId").textValue(), key.path("clientSecret").textValue());
    Crm crm = new Crm(server);
    for (String account : ACCOUNTS) {
      server.sandbox().addAccount(account);
      connections.put(account, crm.connect("google-calendar", account));
      crm.finishedRun(connections.get(account));
    }
  }

  private String rotateUntilKilled() throws Exception {
    RestClient admin = server.admin();
    try (CredentialReaders readers = readers()) {
      JsonNode begun = admin.post("/encryption/rotations", Map.of("kind", "data-key")).json();
      String path = "/encryption/rotations/" + begun.path("id").textValue();
      assertThat(begun.path("total").asLong()).as(begun.toString()).isGreaterThan(CREDENTIALS);
      Waiting.until(
          () ->
              readers.calls() > ENOUGH
                  && admin.get(path).json().path("resealed").asLong() > CREDENTIALS / 5,
          MINUTES,
          TimeUnit.MINUTES);
      readers.expectTheEnd();
      server.kill();
      readers.close();
      assertSound("until the kill", readers);
      return path;
    }
  }

  private JsonNode goOn(String rotation) throws Exception {
    RestClient admin = server.admin();
    try (CredentialReaders readers = readers()) {
      Waiting.until(
          () ->
              readers.calls() > ENOUGH
                  && !admin.get(rotation).json().path("state").asText().equals("RUNNING"),
          MINUTES,
          TimeUnit.MINUTES);
      readers.close();
      assertSound("after it", readers);
    }
    return admin.get(rotation).json();
  }

  private CredentialReaders readers() {
    return new CredentialReaders(
        RestClient.withKey(server.url(), reader), server.sandbox(), connections);
  }

  private static void assertSound(String when, CredentialReaders readers) {
    System.out.printf("Rotation of %,d credentials, %s: %s%n", CREDENTIALS, when, readers);
    assertThat(readers.failures()).as(when).isEmpty();
    assertThat(readers.calls()).as(when).isGreaterThan(ENOUGH);
  }

  private StoredCredentials credentialsIn(Connection database) throws Exception {
    return StoredCredentials.in(database, Files.readString(server.keyFile()));
  }

  private static long resealed(Connection database) throws Exception {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery("select resealed from key_rotation")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** H2 repairs what a kill left when it is opened; that is left to the server. */
  private Connection copyOfH2() throws Exception {
    Path copy = Files.createDirectories(folder.resolve("copy")).resolve("patchbay");
    Files.copy(server.data().resolve("patchbay.mv.db"), Path.of(copy + ".mv.db"));
    return h2(copy);
  }

  private static Connection h2(Path file) throws Exception {
    return DriverManager.getConnection("jdbc:h2:file:" + file, "patchbay", "patchbay");
  }

  @FunctionalInterface
  private interface Database {
    Connection open() throws Exception;
  }
}
