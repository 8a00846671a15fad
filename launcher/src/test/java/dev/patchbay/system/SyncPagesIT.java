package dev.patchbay.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.patchbay.system.Accessibility.assertAccessible;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An admin reads a plan, lets it go, decides a conflict and gives an edit up, in a real browser.
 */
@ExtendWith(SharedServer.class)
class SyncPagesIT {
  private static final double PATIENCE = 30_000;
  private static final String ACCOUNT = "pia@sandbox.example";

  @Test
  void should_let_an_admin_do_what_two_way_sync_waits_for(PatchbayServer server) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    Crm crm = new Crm(server);
    server.sandbox().addAccount(ACCOUNT);
    server.sandbox().putEvent(ACCOUNT, "meeting1", event("Review"));
    String connection = crm.connect("google-calendar", ACCOUNT);
    crm.finishedRun(connection);
    String records = "/connections/" + connection + "/records/event";
    String review = crm.rest().get(records).json().at("/items/0/id").asText();
    crm.rest().patch(records + "/" + review, "*", Map.of("title", "Review with Ada"));
    try (Chromium chromium = Chromium.launch()) {
      Page page = signedIn(server, chromium);

      open(page, server, connection, "push-plan");
      assertThat(page.getByRole(AriaRole.TABLE)).containsText("Review with Ada");
      assertAccessible(page);
      press(page, "Confirm and send: Events");
      assertThat(page.getByText("Done").first()).isVisible();
      assertThat(server.sandbox().event(ACCOUNT, "meeting1").path("summary").asText())
          .isEqualTo("Review with Ada");
      assertAccessible(page);

      disagree(server, crm, connection, records + "/" + review);
      open(page, server, connection, "conflicts");
      assertThat(page.getByText("Review of the owner").first()).isVisible();
      assertAccessible(page);
      press(page, "Keep the CRM's: Title of Review of the owner");
      assertThat(page.getByText("No conflict waits for you")).isVisible();
      crm.sync(connection, Map.of("direction", "both", "confirm", "*"));
      assertThat(server.sandbox().event(ACCOUNT, "meeting1").path("summary").asText())
          .isEqualTo("Review of the CRM");

      refuse(crm, connection, records);
      open(page, server, connection, "quarantine");
      assertThat(page.getByText("No start at all").first()).isVisible();
      assertAccessible(page);
      press(page, "Give up: No start at all");
      page.getByRole(AriaRole.DIALOG)
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Give up"))
          .click();
      assertThat(page.getByText("Nothing is in quarantine")).isVisible();

      for (String more : List.of("sync-settings", "field-mapping")) {
        open(page, server, connection, more);
        assertThat(page.getByText("Events").first()).isVisible();
        assertAccessible(page);
      }
    }
  }

  private static void disagree(PatchbayServer server, Crm crm, String connection, String record) {
    server
        .admin()
        .put("/connections/" + connection + "/sync-settings/event", Map.of("policy", "ask"));
    server.sandbox().putEvent(ACCOUNT, "meeting1", event("Review of the owner"));
    crm.rest().patch(record, "*", Map.of("title", "Review of the CRM"));
    crm.sync(connection, Map.of("direction", "both", "confirm", "*"));
  }

  private static void refuse(Crm crm, String connection, String records) {
    Map<String, Object> impossible =
        Map.of("crmId", "bad", "data", Map.of("title", "No start at all"));
    crm.rest().post(records, Map.of("records", List.of(impossible)));
    crm.sync(connection, Map.of("direction", "both", "confirm", "*"));
  }

  private static Map<String, Object> event(String title) {
    return Map.of(
        "summary", title,
        "start", Map.of("dateTime", "2026-12-01T12:00:00+01:00"),
        "end", Map.of("dateTime", "2026-12-01T13:00:00+01:00"));
  }

  private static Page signedIn(PatchbayServer server, Chromium chromium) {
    Page page = chromium.browser().newPage();
    page.navigate(server.url() + "/console/");
    page.getByLabel("User name").fill(server.credentials().username());
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
        .fill(server.credentials().password());
    press(page, "Sign in");
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Connections")))
        .isVisible();
    return page;
  }

  private static void open(Page page, PatchbayServer server, String connection, String part) {
    page.navigate(server.url() + "/console/connections/" + connection + "/" + part);
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }
}
