package dev.patchbay.host.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.integration.PublicAddress;
import dev.patchbay.host.oauth.Consent;
import java.net.URI;
import org.junit.jupiter.api.Test;

class BrowserAnswersTest {
  private static final Consent CONSENT =
      new Consent("cse_1", "state-1", "browser-1", URI.create("https://login.service.test/a?b=c"));

  @Test
  void should_bind_the_browser_by_a_cookie_that_no_other_host_can_set() {
    var answer = answers("https://crm.test").toConsent(CONSENT);

    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(answer.getHeaderString("Location")).isEqualTo(CONSENT.address().toString());
    assertThat(answer.getHeaderString("Set-Cookie"))
        .matches(
            "__Host-patchbay-connect-[0-9a-f]{16}=browser-1; Path=/; Max-Age=600;"
                + " HttpOnly; SameSite=Lax; Secure");
  }

  @Test
  void should_not_insist_on_encryption_when_the_server_has_none() {
    assertThat(answers("http://127.0.0.1:8080").toConsent(CONSENT).getHeaderString("Set-Cookie"))
        .startsWith("patchbay-connect-")
        .contains("; Path=/api/oauth/callback;")
        .endsWith("SameSite=Lax");
  }

  @Test
  void should_tell_nobody_where_the_browser_came_from() {
    var answer =
        answers("https://crm.test").toResult(ConnectEnd.at(ResultPage.CONNECTED), "state-1");

    assertThat(answer.getHeaderString("Location"))
        .isEqualTo("https://crm.test/api/result/connected.html");
    assertThat(answer.getHeaderString("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.getHeaderString("Set-Cookie")).contains("=; ", "Max-Age=0");
  }

  private static BrowserAnswers answers(String publicUrl) {
    return new BrowserAnswers(new PublicAddress(publicUrl));
  }
}
