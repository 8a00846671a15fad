package dev.patchbay.smtp.outbox;

import dev.patchbay.api.item.Attachment;
import dev.patchbay.api.item.Message;
import dev.patchbay.api.item.Schema;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParseException;
import java.util.Map;
import java.util.Optional;

/** Refuses, while nothing is sent yet, a message of which no sound mail can be made. */
final class SendableMessage {

  static final Schema<Message> SCHEMA =
      Schema.of(Message.TYPE, SendableMessage::read, Message::json);

  private SendableMessage() {}

  private static Message read(Map<String, Object> json) {
    var message = Message.of(json);
    if (isEmpty(message.text()) && isEmpty(message.html())) {
      throw new IllegalArgumentException(
          "One of the properties \"text\" and \"html\" of a message must be filled in");
    }
    message.to().forEach(address -> Mailbox.parse("to", address));
    message.subject().ifPresent(subject -> SingleLine.demand("subject", subject));
    message.thread().ifPresent(MessageId::parse);
    message.attachments().forEach(SendableMessage::demandFile);
    return message;
  }

  private static boolean isEmpty(Optional<String> text) {
    return text.filter(given -> !given.isBlank()).isEmpty();
  }

  private static void demandFile(Attachment file) {
    SingleLine.demand("attachments", file.name());
    SingleLine.demand("attachments", file.contentType());
    try {
      new ContentType(file.contentType());
      file.content();
    } catch (ParseException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The property \"attachments\" holds \"%s\", which cannot be read: %s"
              .formatted(file.name(), e.getMessage()),
          e);
    }
  }
}
