package dev.patchbay.slack.event;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.item.Contact;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.webhook.Notification;
import dev.patchbay.api.webhook.Receipt;
import dev.patchbay.api.webhook.WebhookReceiver;
import dev.patchbay.api.webhook.WebhookRequest;
import dev.patchbay.slack.directory.Channels;
import dev.patchbay.slack.web.SlackObject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Understands what Slack's Events API sends. What tells of people and channels makes the next pull
 * come sooner; all else, messages among it, is acknowledged and forgotten. Slack repeats what was
 * not acknowledged within 3 seconds, under the same id.
 */
public final class SlackEvents implements WebhookReceiver {

  private static final Set<String> OF_PEOPLE =
      Set.of("team_join", "user_change", "user_profile_changed");
  private static final Set<String> OF_CHANNELS =
      Set.of(
          "channel_archive",
          "channel_created",
          "channel_deleted",
          "channel_id_changed",
          "channel_left",
          "channel_rename",
          "channel_shared",
          "channel_unarchive",
          "channel_unshared",
          "group_archive",
          "group_deleted",
          "group_left",
          "group_rename",
          "group_unarchive",
          "member_joined_channel",
          "member_left_channel");
  private static final Set<String> OF_THE_GRANT = Set.of("app_uninstalled", "tokens_revoked");

  /** The events that mean anything here. */
  static Stream<String> heard() {
    return Stream.of(OF_PEOPLE, OF_CHANNELS, OF_THE_GRANT).flatMap(Set::stream);
  }

  @Override
  public Receipt receive(WebhookRequest request, Secret signingSecret) {
    new SlackSignature(signingSecret).require(request);
    var sent = parsed(request);
    return switch (sent.text("type").orElse("")) {
      case "url_verification" -> Receipt.answer(required(sent, "challenge"));
      case "event_callback" -> notified(sent);
      default -> Receipt.nothing();
    };
  }

  private static SlackObject parsed(WebhookRequest request) {
    try {
      return SlackObject.parse(request.body());
    } catch (IOException e) {
      throw new Rejected("Slack sent something that is no JSON object", e);
    }
  }

  private static Receipt notified(SlackObject sent) {
    var type = sent.object("event").text("type").orElse("");
    var hint = new Notification(required(sent, "event_id"), workspace(sent));
    if (OF_PEOPLE.contains(type)) {
      return Receipt.of(List.of(hint.about(Contact.TYPE)));
    }
    if (OF_CHANNELS.contains(type)) {
      return Receipt.of(List.of(hint.about(Channels.NAME)));
    }
    return OF_THE_GRANT.contains(type) ? Receipt.of(List.of(hint)) : Receipt.nothing();
  }

  /** In a shared channel the event may be of another workspace than the one it is told to. */
  private static String workspace(SlackObject sent) {
    return sent.objects("authorizations").stream()
        .flatMap(List::stream)
        .flatMap(installed -> installed.text("team_id").stream())
        .findFirst()
        .or(() -> sent.text("team_id"))
        .orElseThrow(() -> new Rejected("Slack's event names no workspace"));
  }

  private static String required(SlackObject sent, String property) {
    return sent.text(property)
        .orElseThrow(() -> new Rejected("Slack's request has no \"%s\"".formatted(property)));
  }
}
