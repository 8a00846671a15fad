package dev.patchbay.smtp.outbox;

import dev.patchbay.api.action.Action;
import dev.patchbay.api.action.ActionDescriptor;
import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.api.item.Message;

/**
 * Sends one mail to all its recipients or to none.
 *
 * <p>SMTP knows no idempotency keys: the key becomes part of the Message-ID instead, so that a mail
 * that was sent twice can be told by it.
 */
public final class SendMessage implements Action<Message, SentMessage> {

  public static final ActionDescriptor<Message, SentMessage> DESCRIPTOR =
      ActionDescriptor.of(
              "send-message", "Send a message", SendableMessage.SCHEMA, SentMessage.SCHEMA)
          .with(
              Message.TO,
              Message.SUBJECT,
              Message.TEXT,
              Message.HTML,
              Message.THREAD,
              Message.ATTACHMENTS);

  private final PostOffice office;

  public SendMessage(PostOffice office) {
    this.office = office;
  }

  @Override
  public ActionDescriptor<Message, SentMessage> descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public SentMessage perform(Message message, IdempotencyKey key) {
    try (var line = office.open()) {
      return line.send(new Letter(message, line.sender(), office.messageId(line.sender(), key)));
    }
  }
}
