package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a newcomer finds after {@code ./patchbay --sandbox}. */
@ExtendWith(SharedServer.class)
class FirstStartIT {
  @Test
  void should_lead_to_the_console_when_the_root_is_opened(PatchbayServer server) {
    Answer answer = server.anonymous().page("/");

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).contains("/console/");
    assertThat(server.anonymous().page("/console/").status()).isLessThan(400);
  }

  @Test
  void should_say_nothing_of_its_parts_when_an_address_is_unknown(PatchbayServer server) {
    Answer answer = server.anonymous().page("/nowhere");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).doesNotContainIgnoringCase("payara");
    assertThat(answer.header("Server")).isEmpty();
  }

  @Test
  void should_describe_the_api_when_asked(PatchbayServer server) {
    Answer answer = server.anonymous().page("/openapi");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("title: Patchbay");
  }

  @Test
  void should_give_the_crm_a_token_when_it_has_the_first_key(PatchbayServer server) {
    JsonNode me = server.crm().get("/me").json();

    assertThat(me.path("kind").textValue()).isEqualTo("api-key");
    assertThat(me.path("sandbox").booleanValue()).isTrue();
  }

  @Test
  void should_let_the_first_admin_in_when_the_password_is_used(PatchbayServer server) {
    assertThat(server.admin().get("/me").json().path("name").textValue()).isEqualTo("admin");
  }

  @Test
  void should_have_an_integration_for_each_simulated_service(PatchbayServer server) {
    JsonNode integrations = server.admin().get("/integrations").json().path("items");

    assertThat(integrations.findValuesAsText("plugin")).contains("google-calendar");
    assertThat(server.output()).doesNotContain("Note ");
  }

  @Test
  void should_answer_in_json_when_the_printed_line_is_pasted(PatchbayServer server)
      throws Exception {
    String line = server.output().lines().filter(l -> l.startsWith("curl ")).findFirst().get();

    Process shell = new ProcessBuilder("bash", "-c", line).start();
    String answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(RestClient.parse(answer).path("items").isArray()).as(answer).isTrue();
  }

  @Test
  void should_listen_on_loopback_only_when_not_told_otherwise(PatchbayServer server) {
    assertThat(Ports.answers("127.0.0.1", server.port())).isTrue();
    assertThat(Ports.answers("127.0.0.2", server.port())).isFalse();
    assertThat(Ports.answers("127.0.0.2", server.port() + 1)).isFalse();
  }

  @Test
  void should_keep_the_first_secrets_out_of_every_file(PatchbayServer server) throws IOException {
    Credentials first = server.credentials();

    assertThat(files(server.data()))
        .allSatisfy(
            file ->
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .as(file.toString())
                    .doesNotContain(first.password(), first.clientSecret()));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".jar"))
          .toList();
    }
  }
}
