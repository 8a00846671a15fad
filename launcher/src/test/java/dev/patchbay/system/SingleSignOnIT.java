package dev.patchbay.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.patchbay.system.Accessibility.assertAccessible;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An admin sets single sign-on up in the console, and people of the simulated company sign in, in a
 * real browser. Pictures of it are left in {@code target/screenshots}.
 */
class SingleSignOnIT {
  private static final double PATIENCE = 30_000;

  @TempDir Path folder;

  private PatchbayServer server;
  private Chromium chromium;

  @Test
  void should_let_people_in_with_the_roles_of_their_company() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    try (PatchbayServer started = PatchbayServer.in(folder).withSandbox().start();
        Chromium launched = Chromium.launch()) {
      server = started;
      chromium = launched;
      Page admin = page();
      assertThat(admin.getByText("Sign in with")).hasCount(0);
      setUp(admin);

      enterAs("Emil Haas", "emil@company.example", "Catalogue");
      Page boss = enterAs("Olga Petrov", "olga@company.example", "Single sign-on");
      stayOut("Nils Okafor");

      switchPasswordsOff(boss);
      shutOutAndStop(boss);
    }
  }

  private void setUp(Page page) {
    page.getByLabel("User name").fill(server.credentials().username());
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
        .fill(server.credentials().password());
    press(page, "Sign in");
    open(page, "Single sign-on");
    page.getByLabel("Issuer").fill("https://login.company.example");
    page.getByLabel("Client id").fill("patchbay");
    page.getByLabel("Client secret").fill("not the secret");
    page.getByLabel("Name on the sign-in button").fill("Company");
    page.getByLabel("Claim that holds the role").fill("groups");
    page.getByLabel("Roles", new Page.GetByLabelOptions().setExact(true))
        .fill("patchbay-admins = admin\npatchbay-editors = editor\npatchbay-viewers = viewer");
    page.getByLabel("E-mail domains").fill("company.example");
    press(page, "Save");
    assertThat(page.getByText("/api/sign-in/").first()).isVisible();
    press(page, "Test");
    assertThat(page.getByText("invalid_client")).isVisible();
    page.getByLabel("Client secret").fill("company-client-secret");
    press(page, "Save");
    press(page, "Test");
    assertThat(page.getByText("The provider knows the client id and the secret.")).isVisible();
    picture(page, "sso-1-set-up");
    assertAccessible(page);
  }

  private Page enterAs(String person, String name, String section) {
    Page page = page();
    List<String> addresses = new ArrayList<>();
    page.onRequest(request -> addresses.add(request.url()));
    picture(page, "sso-2-sign-in");
    press(page, "Sign in with Company");
    assertThat(heading(page, "Sign in to Patchbay")).isVisible();
    picture(page, "sso-3-provider");
    page.getByText(person).click();
    press(page, "Continue");
    open(page, section);
    page.getByLabel("Your account: " + name).click();
    assertThat(page.getByText(name).first()).isVisible();
    picture(page, "sso-4-" + name);
    page.keyboard().press("Escape");
    assertThat(addresses).noneMatch(address -> address.contains("eyJ"));
    return page;
  }

  private void stayOut(String person) {
    Page page = page();
    press(page, "Sign in with Company");
    page.getByText(person).click();
    press(page, "Continue");
    assertThat(page.getByText("Your provider gives you no role here.")).isVisible();
    picture(page, "sso-5-no-role");
  }

  private void switchPasswordsOff(Page boss) {
    assertThat(server.admin().get("/me").status()).isEqualTo(200);
    open(boss, "Single sign-on");
    boss.getByText("People may use passwords too").click();
    press(boss, "Save");
    assertThat(boss.getByText("Saved").first()).isVisible();
    assertThat(server.admin().get("/single-sign-on").json().path("passwords").booleanValue())
        .isFalse();
  }

  /** Somebody who is shut out is out within seconds, however they came in. */
  private void shutOutAndStop(Page boss) {
    String emil = id("emil@company.example");
    Page page = enterAs("Emil Haas", "emil@company.example", "Catalogue");
    assertThat(server.admin().patch("/users/" + emil, Map.of("disabled", true)).status())
        .isEqualTo(200);

    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Connections")).first().click();
    assertThat(page.getByText("Your session has ended.")).isVisible();
    press(page, "Sign in with Company");
    page.getByText("Emil Haas").click();
    press(page, "Continue");
    assertThat(page.getByText("Your account is shut out.")).isVisible();
    boss.close();
  }

  private String id(String name) {
    for (JsonNode user : server.admin().get("/users").json().path("items")) {
      if (user.path("name").textValue().equals(name)) {
        return user.path("id").textValue();
      }
    }
    throw new AssertionError("no user " + name);
  }

  private Page page() {
    BrowserContext browser =
        chromium.browser().newContext(new NewContextOptions().setViewportSize(1320, 1000));
    Page page = browser.newPage();
    page.navigate(server.url().toString());
    assertThat(page.getByLabel("User name")).isVisible();
    return page;
  }

  private static void open(Page page, String section) {
    Locator link =
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(section).setExact(true));
    link.first().click();
    assertThat(heading(page, section)).isVisible();
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
