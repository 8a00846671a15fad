package dev.patchbay.slack.event;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.webhook.Hmac;
import dev.patchbay.api.webhook.WebhookRequest;
import java.time.Duration;
import java.time.Instant;

/**
 * Slack's signature {@code v0}: over the time and the raw body, so that neither can be changed and
 * nothing can be sent again later.
 */
final class SlackSignature {

  private static final String VERSION = "v0=";
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final Hmac key;

  SlackSignature(Secret signingSecret) {
    this.key = Hmac.sha256(signingSecret);
  }

  /**
   * @throws Rejected if it is not Slack's, or not of now
   */
  void require(WebhookRequest request) {
    var timestamp = header(request, "X-Slack-Request-Timestamp");
    var signature = header(request, "X-Slack-Signature");
    if (!timestamp.matches("\\d{1,11}")
        || !signature.startsWith(VERSION)
        || !key.matchesHex(
            signature.substring(VERSION.length()), "v0:" + timestamp + ":", request.body())) {
      throw new Rejected("The signature is not the one that Slack makes with the signing secret");
    }
    request.requireFresh(Instant.ofEpochSecond(Long.parseLong(timestamp)), WINDOW);
  }

  private static String header(WebhookRequest request, String name) {
    return request
        .header(name)
        .orElseThrow(() -> new Rejected("The request has no header " + name));
  }
}
