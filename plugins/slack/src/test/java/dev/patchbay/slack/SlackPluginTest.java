package dev.patchbay.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.action.ActionDescriptor;
import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.api.auth.OAuth2.ClientAuthentication;
import dev.patchbay.api.sync.Source;
import org.junit.jupiter.api.Test;

class SlackPluginTest {

  private final IntegrationPlugin plugin = new SlackPlugin();

  @Test
  void should_ask_as_slack_wants_to_be_asked() {
    var oauth = (OAuth2) plugin.descriptor().authorization();

    assertThat(oauth.authorizeUrl()).hasToString("https://slack.com/oauth/v2/authorize");
    assertThat(oauth.tokenUrl()).hasToString("https://slack.com/api/oauth.v2.access");
    assertThat(oauth.revokeUrl().orElseThrow()).hasToString("https://slack.com/api/auth.revoke");
    assertThat(oauth.scopeSeparator()).isEqualTo(",");
    assertThat(oauth.pkce()).isFalse();
    assertThat(oauth.tokenPointer()).as("the bot's token stands at the top").isEmpty();
    assertThat(oauth.clientAuthentication()).isEqualTo(ClientAuthentication.BODY);
    assertThat(oauth.grantEndings()).contains("invalid_refresh_token");
  }

  @Test
  void should_ask_for_no_scope_that_it_does_not_need() {
    assertThat(((OAuth2) plugin.descriptor().authorization()).scopes())
        .containsExactlyInAnyOrder(
            "channels:read",
            "groups:read",
            "users:read",
            "users:read.email",
            "im:write",
            "chat:write",
            "files:write");
  }

  @Test
  void should_offer_what_it_declares() {
    try (var slack = SimulatedSlack.empty()) {
      assertThat(slack.client().sources())
          .extracting(Source::type)
          .containsExactly("contact", "slack-channel");
      assertThat(slack.client().actions().stream().<ActionDescriptor<?, ?>>map(a -> a.descriptor()))
          .containsExactlyElementsOf(plugin.descriptor().actions());
    }
  }
}
