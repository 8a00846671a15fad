package dev.patchbay.googlecalendar;

import com.google.api.services.calendar.CalendarScopes;
import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.TypeDescriptor;
import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.api.item.CalendarEvent;
import dev.patchbay.api.webhook.WebhookReceiver;
import dev.patchbay.api.webhook.WebhookScope;
import java.util.Optional;

/**
 * Teaches Patchbay Google Calendar.
 *
 * <p>It asks for one scope of Google's beside the sign-in ones, to read and change calendars:
 * Google lets a person untick scopes one by one, and with a single one there is no half-working
 * connection.
 */
public final class GoogleCalendarPlugin implements IntegrationPlugin {

  private static final PluginDescriptor DESCRIPTOR =
      PluginDescriptor.builder("Google Calendar", authorization())
          .description("Keeps the events of a person's Google calendars in step with the CRM.")
          .icon(GoogleCalendarPlugin.class, "icon.svg")
          .categories("calendar")
          .egressHosts(
              "www.googleapis.com",
              "oauth2.googleapis.com",
              "openidconnect.googleapis.com",
              "accounts.google.com")
          .types(
              TypeDescriptor.writable(CalendarEvent.TYPE, "Events", EventTarget.FIELDS)
                  .movable()
                  .splittable(NewOccurrence.SERIES))
          .webhooks(WebhookScope.subscription())
          .build();

  @Override
  public PluginDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public McpClient open(ConnectionContext context) {
    return new GoogleCalendarClient(context);
  }

  @Override
  public Optional<WebhookReceiver> webhooks() {
    return Optional.of(new ChannelMessages());
  }

  private static OAuth2 authorization() {
    return OAuth2.builder(
            "https://accounts.google.com/o/oauth2/v2/auth", "https://oauth2.googleapis.com/token")
        .revokeUrl("https://oauth2.googleapis.com/revoke")
        .scopes("openid", "email", CalendarScopes.CALENDAR)
        .authorizeParameter("access_type", "offline")
        .authorizeParameter("prompt", "consent")
        .build();
  }
}
