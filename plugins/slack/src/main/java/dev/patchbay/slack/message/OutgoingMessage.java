package dev.patchbay.slack.message;

import dev.patchbay.api.item.Attachment;
import dev.patchbay.api.item.Message;
import dev.patchbay.api.item.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A message that Slack can take, checked while nothing is sent yet.
 *
 * @param to the one recipient: with several, a refusal in the middle would leave it half sent
 * @param thread what it answers
 * @param text as Slack takes it; empty text if there is none
 * @param files what goes with it
 */
record OutgoingMessage(
    Recipient to, Optional<MessageId> thread, String text, List<Attachment> files) {

  /** A message with a text, with files, or with both. */
  static final Schema<Message> MESSAGE =
      Schema.of(Message.TYPE, OutgoingMessage::message, Message::json);

  /** The same, of which the files are the point. */
  static final Schema<Message> FILES =
      Schema.of(Message.TYPE, OutgoingMessage::filesOnly, Message::json);

  OutgoingMessage {
    files = List.copyOf(files);
  }

  static OutgoingMessage of(Message message) {
    return new OutgoingMessage(
        Recipient.parse(onlyOne(message.to())),
        message.thread().map(text -> MessageId.parse("thread", text)),
        SlackText.of(message.json()),
        message.attachments());
  }

  private static Message message(Map<String, Object> json) {
    var message = Message.of(json);
    of(message).requireSendable();
    return message;
  }

  private static Message filesOnly(Map<String, Object> json) {
    var message = message(json);
    if (message.attachments().isEmpty()) {
      throw new IllegalArgumentException("The property \"attachments\" must hold a file");
    }
    return message;
  }

  private void requireSendable() {
    if (text.isBlank() && files.isEmpty()) {
      throw new IllegalArgumentException(
          "One of the properties \"text\" and \"attachments\" of a message must be filled in");
    }
    files.forEach(OutgoingMessage::requireContent);
    if (!files.isEmpty() && to.kind() == Recipient.Kind.CHANNEL_NAME) {
      throw new IllegalArgumentException(
          "The property \"to\" must be the id of a channel when files go along, not a name");
    }
  }

  private static void requireContent(Attachment file) {
    if (file.name().isBlank() || file.name().chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "The property \"attachments\" holds a file whose name is no single line of text");
    }
    if (file.content().length == 0) {
      throw new IllegalArgumentException(
          "The property \"attachments\" holds \"%s\", which is empty; Slack takes no empty files"
              .formatted(file.name()));
    }
  }

  private static String onlyOne(List<String> recipients) {
    if (recipients.size() != 1) {
      throw new IllegalArgumentException(
          "The property \"to\" must hold one recipient, not %d; ask once for each"
              .formatted(recipients.size()));
    }
    return recipients.get(0);
  }
}
