package dev.patchbay.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Connecting from a page of the CRM's own, at another origin, in a real browser. */
@ExtendWith(SharedServer.class)
class EmbeddedConnectIT {
  private static final String ADA = "ada@sandbox.example";

  private PatchbayServer server;
  private CrmPage crm;
  private Chromium chromium;
  private Page page;

  @BeforeEach
  void open(PatchbayServer running) {
    server = running;
    crm = CrmPage.embedding(server.url());
    chromium = Chromium.launch();
    page = chromium.browser().newPage();
    allow(crm.origin());
  }

  @AfterEach
  void close() {
    chromium.close();
    crm.close();
  }

  @Test
  void should_tell_the_page_and_let_its_server_ask_once_when_the_person_agrees() {
    JsonNode session = session(crm.origin());

    Page popup = connect(session);
    popup.getByText(ADA).click();
    press(popup, "Allow");

    Locator told = page.locator("output");
    assertThat(told).hasText(Pattern.compile("connected \\S{43}"));
    String result = told.textContent().split(" ")[1];
    JsonNode redeemed = redeem(result).json();
    assertThat(redeemed.path("id")).isEqualTo(session.path("id"));
    assertThat(redeemed.path("state").textValue()).isEqualTo("CONNECTED");
    assertThat(redeem(result).status()).isEqualTo(404);
  }

  @Test
  void should_tell_the_page_when_the_person_declines() {
    Page popup = connect(session(crm.origin()));
    popup.getByText(ADA).click();
    press(popup, "Deny");

    assertThat(page.locator("output")).hasText(Pattern.compile("declined \\S{43}"));
  }

  @Test
  void should_connect_through_what_the_person_chooses() {
    String team = setUp("Team calendars");
    String first = new Crm(server).integration("google-calendar");
    List<String> complaints = new CopyOnWriteArrayList<>();
    JsonNode session = session(crm.origin(), "integrationIds", List.of(first, team));

    Page popup = connect(session);
    popup.onConsoleMessage(message -> complaints.add(message.text()));
    assertThat(popup.getByText("Which service do you want to connect?")).isVisible();
    assertThat(popup.getByRole(AriaRole.LISTITEM)).hasCount(2);
    popup.getByRole(AriaRole.BUTTON).getByText("Team calendars").click();
    popup.getByText(ADA).click();
    press(popup, "Allow");

    assertThat(page.locator("output")).hasText(Pattern.compile("connected \\S{43}"));
    JsonNode ended = server.crm().get("/connect-sessions/" + session.path("id").textValue()).json();
    assertThat(ended.path("state").textValue()).isEqualTo("CONNECTED");
    assertThat(ended.path("integrationId").textValue()).isEqualTo(team);
    assertThat(complaints).noneMatch(text -> text.contains("Content Security Policy"));
  }

  @Test
  void should_know_nothing_when_the_person_closes_the_window() {
    connect(session(crm.origin())).close();

    assertThat(page.locator("output")).hasText("unknown undefined");
  }

  @Test
  void should_not_tell_a_page_of_another_origin() {
    allow(crm.origin(), "https://elsewhere.example");

    Page popup = connect(session("https://elsewhere.example"));
    popup.getByText(ADA).click();
    press(popup, "Allow");
    popup.getByRole(AriaRole.HEADING).getByText("Account connected").waitFor();
    popup.close();

    assertThat(page.locator("output")).hasText("unknown undefined");
  }

  @Test
  void should_not_open_what_is_no_link_of_this_server() {
    page.navigate(crm.origin() + "/#https://elsewhere.example/api/connect/x");
    press(page, "Connect");

    assertThat(page.locator("output")).hasText(Pattern.compile("Not a link of this Patchbay.*"));
  }

  private void allow(String... origins) {
    Answer answer = server.admin().put("/connect-origins", Map.of("origins", List.of(origins)));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  private String setUp(String name) {
    Answer made =
        server
            .admin()
            .post(
                "/integrations",
                Map.of(
                    "plugin",
                    "google-calendar",
                    "name",
                    name,
                    "clientId",
                    clientId(),
                    "clientSecret",
                    "sandbox-client-secret"));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return made.json().path("id").textValue();
  }

  private String clientId() {
    return server.admin().get("/integrations").json().at("/items/0/clientId").textValue();
  }

  private JsonNode session(String origin) {
    return session(origin, "integrationId", new Crm(server).integration("google-calendar"));
  }

  private JsonNode session(String origin, String field, Object integrations) {
    Map<String, Object> wish = new HashMap<>();
    wish.put(field, integrations);
    wish.put("endUser", Map.of("id", "embedded"));
    wish.put("origin", origin);
    Answer answer = server.crm().post("/connect-sessions", wish);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.json();
  }

  private Page connect(JsonNode session) {
    page.navigate(crm.origin() + "/#" + session.path("connectUrl").textValue());
    return page.waitForPopup(() -> press(page, "Connect"));
  }

  private Answer redeem(String result) {
    return server.crm().post("/connect-results", Map.of("result", result));
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true)).click();
  }
}
