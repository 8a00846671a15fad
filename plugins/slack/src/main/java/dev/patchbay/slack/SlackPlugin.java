package dev.patchbay.slack;

import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.api.auth.OAuth2.ClientAuthentication;
import dev.patchbay.api.setting.Setting;
import dev.patchbay.api.webhook.WebhookReceiver;
import dev.patchbay.api.webhook.WebhookScope;
import dev.patchbay.slack.directory.Channels;
import dev.patchbay.slack.directory.People;
import dev.patchbay.slack.event.SlackEvents;
import dev.patchbay.slack.message.SendMessage;
import dev.patchbay.slack.message.UpdateMessage;
import dev.patchbay.slack.message.UploadFile;
import dev.patchbay.slack.web.WebApi;
import java.util.Optional;

/**
 * Teaches Patchbay Slack.
 *
 * <p>It acts as the app's bot, whose token stands at the top of Slack's answer: the bot stays when
 * the person who installed it leaves, and sees only the private channels that it was invited to.
 */
public final class SlackPlugin implements IntegrationPlugin {

  private static final Setting SIGNING_SECRET =
      Setting.builder("signingSecret", "Signing secret", Setting.Kind.SECRET)
          .help("Of the Slack app, under Basic Information. Needed for events only.")
          .build();

  private static final PluginDescriptor DESCRIPTOR =
      PluginDescriptor.builder("Slack", authorization())
          .description(
              "Sends messages and files, and keeps people and channels in step with the CRM.")
          .icon(SlackPlugin.class, "icon.svg")
          .categories("messages")
          .settings(SIGNING_SECRET)
          .webhooks(WebhookScope.integration(SIGNING_SECRET.name()))
          .egressHosts(WebApi.HOST, WebApi.FILES)
          .types(People.TYPE, Channels.TYPE)
          .actions(SendMessage.DESCRIPTOR, UpdateMessage.DESCRIPTOR, UploadFile.DESCRIPTOR)
          .build();

  @Override
  public PluginDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public McpClient open(ConnectionContext context) {
    return new SlackClient(context);
  }

  @Override
  public Optional<WebhookReceiver> webhooks() {
    return Optional.of(new SlackEvents());
  }

  /**
   * Slack takes PKCE only from apps that were made public clients for good, which a server is not.
   */
  private static OAuth2 authorization() {
    return OAuth2.builder(
            "https://slack.com/oauth/v2/authorize", "https://slack.com/api/oauth.v2.access")
        .revokeUrl("https://slack.com/api/auth.revoke")
        .scopes(
            "channels:read",
            "chat:write",
            "files:write",
            "groups:read",
            "im:write",
            "users:read",
            "users:read.email")
        .scopeSeparator(",")
        .withoutPkce()
        .clientAuthentication(ClientAuthentication.BODY)
        .grantEndedBy("invalid_refresh_token", "token_revoked", "account_inactive")
        .build();
  }
}
