package dev.patchbay.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The two addresses of the banner, opened in a real browser. */
@ExtendWith(SharedServer.class)
class BrowserIT {
  @Test
  void should_show_sign_in_and_simulated_accounts_when_the_banner_is_followed(
      PatchbayServer server) {
    try (Chromium chromium = Chromium.launch()) {
      Page page = chromium.browser().newPage();

      page.navigate(server.url().toString());
      page.waitForURL(server.url() + "/console/**");
      assertThat(page.locator("input[type=password]")).isVisible();

      page.navigate(server.sandboxUrl().toString());
      assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Patchbay sandbox");
    }
  }
}
