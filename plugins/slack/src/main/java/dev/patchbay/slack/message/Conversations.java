package dev.patchbay.slack.message;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.slack.web.WebApi;
import java.util.Map;
import java.util.Optional;

/**
 * Finds where a message to somebody is to be posted. To people one writes in a conversation of
 * their own with the app, which is opened if there is none yet; they see nothing of that.
 */
final class Conversations {

  private final WebApi api;

  Conversations(WebApi api) {
    this.api = api;
  }

  /**
   * The channel to post to.
   *
   * @throws Rejected if it is not the one of the message that is answered
   */
  String of(OutgoingMessage message) {
    var channel = of(message.to());
    var answered = message.thread().flatMap(MessageId::channel);
    if (message.to().kind() != Recipient.Kind.CHANNEL_NAME) {
      requireSame(channel, answered);
    }
    return channel;
  }

  private String of(Recipient recipient) {
    return switch (recipient.kind()) {
      case CONVERSATION, CHANNEL_NAME -> recipient.text();
      case PERSON -> openedWith(recipient.text());
      case ADDRESS -> openedWith(personAt(recipient.text()));
    };
  }

  private String personAt(String address) {
    return api.get("users.lookupByEmail", Map.of("email", address))
        .body()
        .object("user")
        .text("id")
        .orElseThrow(() -> new Unavailable("Slack found somebody and did not say whom"));
  }

  private String openedWith(String person) {
    return api.prepare("conversations.open", Map.of("users", person))
        .body()
        .object("channel")
        .text("id")
        .orElseThrow(() -> new Unavailable("Slack opened a conversation without an id"));
  }

  private static void requireSame(String channel, Optional<String> answered) {
    if (answered.isPresent() && !answered.get().equals(channel)) {
      throw new Rejected(
          "Look at \"thread\": the message that it names is in %s, and \"to\" leads to %s."
              .formatted(answered.get(), channel));
    }
  }
}
