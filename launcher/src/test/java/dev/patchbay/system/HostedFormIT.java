package dev.patchbay.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person who types in what connects an account, on the hosted page in a real browser. */
class HostedFormIT {
  @TempDir Path folder;

  @Test
  void should_connect_what_a_person_types_in_and_repeat_it_nowhere() throws IOException {
    try (PatchbayServer server =
            PatchbayServer.in(folder).with("--plugins=" + KeysPlugin.in(folder)).start();
        Chromium chromium = Chromium.launch()) {
      JsonNode session = session(server);
      Page page = chromium.browser().newPage();
      List<String> complaints = new CopyOnWriteArrayList<>();
      page.onConsoleMessage(message -> complaints.add(message.text()));

      page.navigate(session.path("connectUrl").textValue());
      assertThat(page.getByRole(AriaRole.HEADING)).hasText("Connect Keys");
      page.getByLabel("Region").selectOption("us");
      send(page, "");
      assertThat(page.getByText("must be filled in")).isVisible();
      send(page, "mistyped-c4n4ry");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("does not accept");
      assertThat(page.content()).doesNotContain("c4n4ry");
      send(page, KeysPlugin.KEY);
      page.waitForURL("**/api/result/connected.html");

      assertThat(complaints).noneMatch(text -> !text.contains("favicon"));
      JsonNode ended = server.crm().get("/connect-sessions/" + id(session)).json();
      assertThat(ended.path("state").textValue()).isEqualTo("CONNECTED");
      JsonNode connection =
          server.crm().get("/connections/" + ended.path("connectionId").textValue()).json();
      assertThat(connection.at("/account/displayName").textValue()).isEqualTo("Ada in us");
      assertThat(everything(server.data())).doesNotContain("c4n4ry");
    }
  }

  @Test
  void should_show_the_form_of_what_was_chosen() throws IOException {
    try (PatchbayServer server =
            PatchbayServer.in(folder).with("--plugins=" + KeysPlugin.in(folder)).start();
        Chromium chromium = Chromium.launch()) {
      setUp(server, "Keys");
      String second = setUp(server, "Keys of the branch");
      JsonNode session = server.crm().post("/connect-sessions", Map.of()).json();
      Page page = chromium.browser().newPage();
      List<String> complaints = new CopyOnWriteArrayList<>();
      page.onConsoleMessage(message -> complaints.add(message.text()));

      page.navigate(session.path("connectUrl").textValue());
      page.getByText("Keys of the branch").click();
      assertThat(page.getByRole(AriaRole.HEADING)).hasText("Connect Keys");
      page.getByLabel("Region").selectOption("us");
      send(page, KeysPlugin.KEY);
      page.waitForURL("**/api/result/connected.html");

      JsonNode ended = server.crm().get("/connect-sessions/" + id(session)).json();
      assertThat(ended.path("integrationId").textValue()).isEqualTo(second);
      assertThat(complaints).noneMatch(text -> !text.contains("favicon"));
    }
  }

  @Test
  void should_show_the_form_to_one_browser_only() {
    try (PatchbayServer server =
            PatchbayServer.in(folder).with("--plugins=" + KeysPlugin.in(folder)).start();
        Chromium chromium = Chromium.launch()) {
      Page page = chromium.browser().newPage();
      page.navigate(session(server).path("connectUrl").textValue());
      assertThat(page.getByRole(AriaRole.HEADING)).hasText("Connect Keys");

      Page stranger = chromium.browser().newContext().newPage();
      stranger.navigate(page.url());

      stranger.waitForURL("**/api/result/unknown.html");
    }
  }

  private static JsonNode session(PatchbayServer server) {
    return server
        .crm()
        .post("/connect-sessions", Map.of("integrationId", setUp(server, "Keys")))
        .json();
  }

  private static String setUp(PatchbayServer server, String name) {
    Answer made = server.admin().post("/integrations", Map.of("plugin", "keys", "name", name));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return id(made.json());
  }

  private static String id(JsonNode of) {
    return of.path("id").textValue();
  }

  private static void send(Page page, String key) {
    page.getByLabel("Secret key").fill(key);
    page.getByRole(AriaRole.BUTTON).click();
  }

  /** The bytes of every file of the data folder, logs and database, as text. */
  private static String everything(Path data) throws IOException {
    StringBuilder text = new StringBuilder();
    try (var files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        text.append(
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return text.toString();
  }
}
