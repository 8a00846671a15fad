package dev.patchbay.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.patchbay.system.Accessibility.assertAccessible;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The newcomer's whole path in a real browser: sign in, choose Google Calendar, consent in the
 * popup, watch the first sync, see the events, change one in the sandbox, apply changes. Pictures
 * of it are left in {@code target/screenshots}.
 */
class NewcomerIT {
  private static final double PATIENCE = 30_000;
  private static final String ADA = "ada@sandbox.example";

  @TempDir Path folder;

  private PatchbayServer server;

  @Test
  void should_lead_from_sign_in_to_synced_events_that_outlive_a_restart() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    try (PatchbayServer started = PatchbayServer.in(folder).withSandbox().start();
        Chromium chromium = Chromium.launch()) {
      server = started;
      BrowserContext browser =
          chromium
              .browser()
              .newContext(
                  new NewContextOptions()
                      .setViewportSize(1320, 900)
                      .setColorScheme(ColorScheme.LIGHT));
      Page page = browser.newPage();

      signIn(page);
      connectGoogle(page);
      seeEvents(page);
      changeAnEventAndSync(page);
      lookAround(page);

      applyChanges(page);
      signIn(page);
      page.getByText(ADA).first().click();
      assertThat(page.getByText("Moved to the library").first()).isVisible();
    }
  }

  private void signIn(Page page) {
    page.navigate(server.url().toString());
    page.getByLabel("User name").fill(server.credentials().username());
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("not this one");
    press(page, "Sign in");
    assertThat(page.getByText("The user name or the password is wrong.")).isVisible();
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
        .fill(server.credentials().password());
    press(page, "Sign in");
    assertThat(heading(page, "Connections")).isVisible();
  }

  private void connectGoogle(Page page) {
    picture(page, "1-nothing-connected");
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Catalogue")).first().click();
    assertThat(heading(page, "Catalogue")).isVisible();
    picture(page, "2-catalogue");
    press(page, "Connect Google Calendar");
    Page popup = page.waitForPopup(() -> press(page, "Continue to Google Calendar"));
    picture(popup, "3-consent");
    popup.getByText(ADA).click();
    press(popup, "Allow");
    picture(page, "4-connected");
    press(page, "Show the connection");
  }

  private void seeEvents(Page page) {
    assertThat(page.getByText("Connected").first()).isVisible();
    assertThat(page.getByText("Done").first()).isVisible();
    assertThat(heading(page, "Events")).isVisible();
    assertThat(page.getByText("Sprint").first()).isVisible();
    picture(page, "5-connection");
    assertAccessible(page);
  }

  private void changeAnEventAndSync(Page page) {
    server
        .sandbox()
        .putEvent(
            ADA,
            "move1",
            Map.of(
                "summary", "Moved to the library",
                "start", Map.of("date", "2030-01-02"),
                "end", Map.of("date", "2030-01-03")));

    press(page, "Sync now");

    assertThat(page.getByText(Pattern.compile("^1 new")).first()).isVisible();
  }

  private void lookAround(Page page) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    picture(page, "6-dark");
    assertAccessible(page);
    page.setViewportSize(390, 844);
    picture(page, "7-phone");
  }

  private void applyChanges(Page page) {
    page.setViewportSize(1320, 900);
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Catalogue")).first().click();
    press(page, "Apply changes");
    assertThat(page.getByText("nothing is lost")).isVisible();
    picture(page, "8-apply-changes");
    Locator sure = page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON);
    sure.filter(new Locator.FilterOptions().setHasText("Apply changes")).click();
    assertThat(page.getByText("comes back by itself")).isVisible();
    assertThat(server.awaitExit(90)).isEqualTo(75);
    server.start();
    assertThat(page.getByLabel("User name")).isVisible();
  }

  private static Locator heading(Page page, String name) {
    return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name).setExact(true));
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true)).click();
  }

  private static void picture(Page page, String name) {
    page.waitForLoadState();
    page.screenshot(
        new ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
  }
}
