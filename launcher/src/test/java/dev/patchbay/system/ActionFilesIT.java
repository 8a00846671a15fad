package dev.patchbay.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.patchbay.system.Accessibility.assertAccessible;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Files that a person chooses in the console's form of an action, in a real browser and by the
 * keyboard, until they are where they were sent. Pictures are left in {@code target/screenshots}.
 */
@ExtendWith(SharedServer.class)
class ActionFilesIT {
  private static final double PATIENCE = 30_000;
  private static final String CONTENT = "Übersicht, first quarter";
  private static final String LIMIT = "At most 700 KB in all";

  private PatchbayServer server;
  private Crm crm;

  @BeforeEach
  void signIn(PatchbayServer running) {
    server = running;
    crm = new Crm(running);
  }

  @Test
  void should_attach_to_a_mail_what_a_person_chose() {
    String connection = crm.connectByForm(server, "smtp", SmtpIT.ACCOUNT);
    try (Chromium chromium = Chromium.launch()) {
      Page page = chromium.browser().newPage();
      Locator dialog = dialog(page, connection, "Send a message");
      dialog.getByLabel("To").fill("grace@sandbox.example");
      dialog.getByLabel("Subject").fill("With a file chosen in the console");
      dialog.getByLabel("Text", new Locator.GetByLabelOptions().setExact(true)).fill("See there");
      choose(page, dialog, file("far-too-large.bin", new byte[800 * 1024]));
      see(dialog.getByText("too large").first());
      choose(page, dialog, file("übersicht.txt", CONTENT.getBytes(StandardCharsets.UTF_8)));
      await(dialog);
      picture(page, "action-files-smtp");
      act(dialog, "Send a message");
    }

    JsonNode mail = mail("With a file chosen in the console");
    assertThat(mail.at("/parts/1/name").textValue()).isEqualTo("übersicht.txt");
    assertThat(mail.path("raw").textValue())
        .contains(Base64.getEncoder().encodeToString(CONTENT.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void should_share_in_slack_what_a_person_chose() {
    String team = "T0FILES";
    server.sandbox().addWorkspace(team);
    String connection = crm.connect("slack", team);
    try (Chromium chromium = Chromium.launch()) {
      Page page = chromium.browser().newPage();
      Locator dialog = dialog(page, connection, "Share files");
      dialog.getByLabel("To").fill("ada@sandbox.example");
      choose(page, dialog, file("plan.txt", CONTENT.getBytes(StandardCharsets.UTF_8)));
      await(dialog);
      picture(page, "action-files-slack");
      act(dialog, "Share files");
    }

    JsonNode file = server.sandbox().inWorkspace(team, "messages").path(0).at("/files/0");
    assertThat(file.path("name").textValue()).isEqualTo("plan.txt");
    assertThat(
            new String(
                Base64.getDecoder().decode(file.path("content").textValue()),
                StandardCharsets.UTF_8))
        .isEqualTo(CONTENT);
  }

  private Locator dialog(Page page, String connection, String action) {
    page.navigate(server.url().toString());
    page.getByLabel("User name").fill(server.credentials().username());
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
        .fill(server.credentials().password());
    button(page, "Sign in").click();
    see(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Connections")).first());
    page.navigate(server.url() + "/console/connections/" + connection);
    button(page, action).click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    see(dialog.getByText(LIMIT));
    assertAccessible(page);
    return dialog;
  }

  private static void choose(Page page, Locator dialog, FilePayload file) {
    Locator button =
        dialog.getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Choose files").setExact(true));
    FileChooser chooser =
        page.waitForFileChooser(
            () -> {
              button.focus();
              page.keyboard().press("Enter");
            });
    chooser.setFiles(file);
  }

  /** Until a file is with the server. */
  private static void await(Locator dialog) {
    see(dialog.locator("vaadin-upload-file[complete]").first());
  }

  private static void act(Locator dialog, String action) {
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(action).setExact(true))
        .click();
    assertThat(dialog).isHidden(new IsHiddenOptions().setTimeout(PATIENCE));
  }

  private JsonNode mail(String subject) {
    for (JsonNode mail : server.sandbox().mails()) {
      if (mail.path("subject").asText().equals(subject)) {
        return server.sandbox().mail(mail.path("number").asLong());
      }
    }
    throw new AssertionError("No mail about " + subject);
  }

  private static FilePayload file(String name, byte[] content) {
    return new FilePayload(name, "text/plain", content);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }

  private static void see(Locator what) {
    assertThat(what).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
  }
}
