package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The life of one server in its operator's hands; told in order, to keep the starts few. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestartIT {
  @TempDir static Path folder;
  private PatchbayServer server;

  @BeforeAll
  void start() {
    server = PatchbayServer.in(folder).start();
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

  @Test
  @Order(4)
  void should_ask_to_be_started_again_when_plugins_are_applied() {
    assertThat(server.admin().post("/plugins/apply", Map.of()).status()).isEqualTo(202);

    assertThat(server.awaitExit(90)).isEqualTo(75);
  }

  @Test
  @Order(5)
  void should_stop_without_a_word_when_asked() {
    server.start();

    assertThat(server.stop()).isEqualTo(143);

    assertThat(server.errors()).isEmpty();
    assertThat(Ports.answers("127.0.0.1", server.port())).isFalse();
  }
}
