package dev.patchbay.smtp.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.item.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * A message on its way to become a mail.
 *
 * @param id by which an answer names it
 */
record Letter(Message message, Sender sender, MessageId id) {

  List<InternetAddress> recipients() {
    return message.to().stream().map(text -> Mailbox.parse("to", text)).toList();
  }

  /** The mail as it goes out, rendered whole before the server is told of it. */
  byte[] rendered(Session session, Instant date) {
    var bytes = new ByteArrayOutputStream();
    try {
      mime(session, date).writeTo(bytes);
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("No mail could be made of the message", e);
    }
    return bytes.toByteArray();
  }

  private MimeMessage mime(Session session, Instant date) throws MessagingException {
    var mime = new Named(session, id);
    mime.setFrom(sender.mailbox());
    mime.setRecipients(
        jakarta.mail.Message.RecipientType.TO, recipients().toArray(InternetAddress[]::new));
    mime.setSubject(message.subject().orElse(""), UTF_8.name());
    mime.setSentDate(Date.from(date));
    if (message.thread().isPresent()) {
      var answered = MessageId.parse(message.thread().get()).text();
      mime.setHeader("In-Reply-To", answered);
      mime.setHeader("References", answered);
    }
    new LetterBody(message).writeTo(mime);
    mime.saveChanges();
    return mime;
  }

  /** A mail that keeps its id; the library would make one up, with this machine's name in it. */
  private static final class Named extends MimeMessage {

    private final MessageId id;

    Named(Session session, MessageId id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id.text());
    }
  }
}
