package dev.patchbay.smtp.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.item.Attachment;
import dev.patchbay.api.item.Message;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.ByteArrayDataSource;

/** The texts of a mail, as alternatives of each other, with its files behind them. */
final class LetterBody {

  private static final String UNKNOWN = "application/octet-stream";

  private final Message message;

  LetterBody(Message message) {
    this.message = message;
  }

  void writeTo(MimePart mail) throws MessagingException {
    if (message.attachments().isEmpty()) {
      writeTexts(mail);
      return;
    }
    var parts = new MimeMultipart("mixed");
    var texts = new MimeBodyPart();
    writeTexts(texts);
    parts.addBodyPart(texts);
    for (var file : message.attachments()) {
      parts.addBodyPart(attached(file));
    }
    mail.setContent(parts);
  }

  private void writeTexts(MimePart part) throws MessagingException {
    var text = message.text().filter(given -> !given.isBlank());
    var html = message.html().filter(given -> !given.isBlank());
    if (text.isEmpty() || html.isEmpty()) {
      part.setText(
          text.or(() -> html).orElse(""), UTF_8.name(), text.isPresent() ? "plain" : "html");
      return;
    }
    var alternatives = new MimeMultipart("alternative");
    alternatives.addBodyPart(alternative(text.get(), "plain"));
    alternatives.addBodyPart(alternative(html.get(), "html"));
    part.setContent(alternatives);
  }

  private static MimeBodyPart alternative(String text, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, UTF_8.name(), subtype);
    return part;
  }

  private static MimeBodyPart attached(Attachment file) throws MessagingException {
    var type = type(file);
    var name = new ParameterList();
    name.set("filename", file.name(), UTF_8.name());
    var part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), type)));
    part.setHeader("Content-Type", type);
    part.setHeader("Content-Transfer-Encoding", "base64");
    part.setHeader("Content-Disposition", new ContentDisposition("attachment", name).toString());
    return part;
  }

  /** A mail or a multipart goes as mere bytes: as what it is, it could not be in base64. */
  private static String type(Attachment file) throws MessagingException {
    var type = new ContentType(file.contentType());
    return type.match("multipart/*") || type.match("message/*") ? UNKNOWN : type.toString();
  }
}
