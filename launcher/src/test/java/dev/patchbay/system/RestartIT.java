package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The life of one server in its operator's hands, behind a proxy that ends TLS; told in order, to
 * keep the starts few.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestartIT {
  private static final String CLIENT_SECRET = "a-client-secret-to-look-for";

  @TempDir static Path folder;
  private PatchbayServer server;

  @BeforeAll
  void start() {
    server =
        PatchbayServer.in(folder)
            .with("--public-url=https://patchbay.example.com")
            .with("--trusted-proxies=127.0.0.1")
            .start();
  }

  @AfterAll
  void close() {
    server.close();
  }

  @Test
  @Order(1)
  void should_leave_the_first_sign_in_in_a_file_when_nobody_looks_on() {
    assertThat(server.output())
        .contains(server.firstSignIn().toString())
        .doesNotContain(server.credentials().password(), server.credentials().clientSecret());
  }

  @Test
  @Order(2)
  void should_refuse_in_one_line_when_the_key_is_another() throws IOException {
    server.kill();
    String key = Files.readString(server.keyFile());
    Files.writeString(server.keyFile(), Base64.getEncoder().encodeToString(new byte[32]));

    assertThat(server.startInVain()).isEqualTo(1);

    assertThat(server.errors()).hasLineCount(1).contains("key").doesNotContain(key.strip());
    Files.writeString(server.keyFile(), key);
  }

  @Test
  @Order(3)
  void should_know_everything_when_started_after_a_kill() {
    server.start();

    assertThat(server.crm().get("/me").status()).isEqualTo(200);
    assertThat(server.anonymous().page("/health/ready").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @Order(4)
  @ValueSource(strings = {"/", "/console/", "/api/v1/me"})
  void should_keep_browsers_to_tls_when_the_public_address_has_it(String page) {
    assertThat(server.anonymous().page(page).header("Strict-Transport-Security"))
        .contains("max-age=31536000");
  }

  @Test
  @Order(5)
  void should_hide_the_session_from_scripts_other_sites_and_plain_http() {
    assertThat(server.anonymous().page("/console/sign-in").header("Set-Cookie").orElse(""))
        .startsWith("JSESSIONID=")
        .contains("Secure", "HttpOnly", "SameSite=Lax");
    assertThat(server.anonymous().page("/console").header("Location").orElse("/console/"))
        .doesNotContain("http://");
  }

  @Test
  @Order(6)
  void should_slow_down_the_one_who_guesses_and_nobody_else() {
    RestClient guesser = server.anonymous().with("X-Forwarded-For", "198.51.100.1, 203.0.113.7");
    RestClient other = server.anonymous().with("X-Forwarded-For", "203.0.113.8");
    Map<String, String> guess = Map.of("username", "admin", "password", "a guess");

    for (int i = 0; i < 5; i++) {
      assertThat(guesser.post("/login", guess).status()).isEqualTo(401);
    }

    assertThat(guesser.post("/login", guess).status()).isEqualTo(429);
    assertThat(other.post("/login", guess).status()).isEqualTo(401);
  }

  @Test
  @Order(7)
  void should_back_up_without_key_and_secrets_while_it_runs() throws IOException {
    assertThat(server.admin().post("/integrations", integration()).status()).isEqualTo(201);

    PatchbayServer.Ran made = server.run("backup", backup().toString());

    assertThat(made.errors()).isEmpty();
    assertThat(made.exit()).isZero();

    assertThat(contentOf(backup()))
        .contains("google-calendar")
        .doesNotContain(
            CLIENT_SECRET,
            server.credentials().password(),
            server.credentials().clientSecret(),
            Files.readString(server.keyFile()).strip());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup())))
        .isEqualTo("rw-------");
  }

  @Test
  @Order(8)
  void should_ask_to_be_started_again_when_plugins_are_applied() {
    assertThat(server.admin().post("/plugins/apply", Map.of()).status()).isEqualTo(202);

    assertThat(server.awaitExit(90)).isEqualTo(75);
  }

  @Test
  @Order(9)
  void should_not_put_a_backup_over_a_database() {
    PatchbayServer.Ran refused = server.run("restore", backup().toString());

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.errors()).hasLineCount(1).contains("holds a database");
  }

  @Test
  @Order(10)
  void should_refuse_a_backup_without_its_key() throws IOException {
    Files.move(server.data(), folder.resolve("lost"));
    Files.move(server.keyFile(), folder.resolve("elsewhere.key"));

    assertThat(server.run("restore", backup().toString()).errors()).isEmpty();

    assertThat(server.startInVain()).isEqualTo(1);
    assertThat(server.errors()).hasLineCount(1).contains("written with a master key");
  }

  @Test
  @Order(11)
  void should_know_everything_when_backup_and_key_are_back() throws IOException {
    Files.move(folder.resolve("elsewhere.key"), server.keyFile());

    server.start();

    assertThat(server.crm().get("/integrations").json().findValuesAsText("name"))
        .containsExactly("From before");
  }

  @Test
  @Order(12)
  void should_stop_without_a_word_when_asked() {
    assertThat(server.stop()).isEqualTo(143);

    assertThat(server.errors()).isEmpty();
    assertThat(Ports.answers("127.0.0.1", server.port())).isFalse();
  }

  private static Path backup() {
    return folder.resolve("backup.zip");
  }

  private static Map<String, Object> integration() {
    return Map.of(
        "plugin", "google-calendar",
        "name", "From before",
        "clientId", "an-id",
        "clientSecret", CLIENT_SECRET);
  }

  private static String contentOf(Path backup) throws IOException {
    try (ZipFile zip = new ZipFile(backup.toFile());
        InputStream database = zip.getInputStream(zip.getEntry("patchbay.mv.db"))) {
      return new String(database.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
