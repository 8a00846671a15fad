package dev.patchbay.googlecalendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.api.sync.Source;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoogleCalendarPluginTest {

  private final IntegrationPlugin plugin = new GoogleCalendarPlugin();

  @Test
  void should_send_people_to_google_and_ask_for_reading_only() {
    var oauth = (OAuth2) plugin.descriptor().authorization();

    assertThat(oauth.authorizeUrl()).hasToString("https://accounts.google.com/o/oauth2/v2/auth");
    assertThat(oauth.tokenUrl()).hasToString("https://oauth2.googleapis.com/token");
    assertThat(oauth.revokeUrl().orElseThrow()).hasToString("https://oauth2.googleapis.com/revoke");
    assertThat(oauth.scopes())
        .containsExactly("openid", "email", "https://www.googleapis.com/auth/calendar");
    assertThat(oauth.authorizeParameters())
        .isEqualTo(Map.of("access_type", "offline", "prompt", "consent"));
    assertThat(oauth.pkce()).isTrue();
  }

  @Test
  void should_declare_every_host_that_it_or_its_authorization_reaches() {
    assertThat(plugin.descriptor().egressHosts())
        .containsExactlyInAnyOrder(
            "www.googleapis.com",
            "oauth2.googleapis.com",
            "openidconnect.googleapis.com",
            "accounts.google.com");
  }

  @Test
  void should_read_the_type_that_it_declares_without_any_exchange() {
    try (var google = ScriptedGoogle.start()) {
      assertThat(google.client().sources())
          .extracting(Source::type)
          .containsExactly(plugin.descriptor().types().get(0).name());
      assertThat(google.asked()).isEmpty();
    }
  }
}
