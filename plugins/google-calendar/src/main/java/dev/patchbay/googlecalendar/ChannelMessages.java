package dev.patchbay.googlecalendar;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.item.CalendarEvent;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.webhook.Notification;
import dev.patchbay.api.webhook.Receipt;
import dev.patchbay.api.webhook.WebhookReceiver;
import dev.patchbay.api.webhook.WebhookRequest;
import java.util.List;

/**
 * Understands what Google sends over a notification channel. It signs nothing and says nothing but
 * that something changed: it sends back the token that the channel was opened with, in a header.
 * Numbers grow with each message of a channel, and a message that is sent again keeps its number.
 */
final class ChannelMessages implements WebhookReceiver {

  @Override
  public Receipt receive(WebhookRequest request, Secret secret) {
    if (!Secret.of(header(request, "X-Goog-Channel-Token")).equals(secret)) {
      throw new Rejected("The channel's token is another one");
    }
    if (header(request, "X-Goog-Resource-State").equals("sync")) {
      return Receipt.nothing();
    }
    var id = header(request, "X-Goog-Channel-ID") + ":" + header(request, "X-Goog-Message-Number");
    return Receipt.of(List.of(Notification.of(id).about(CalendarEvent.TYPE)));
  }

  private static String header(WebhookRequest request, String name) {
    return request
        .header(name)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> new Rejected("The message has no " + name));
  }
}
