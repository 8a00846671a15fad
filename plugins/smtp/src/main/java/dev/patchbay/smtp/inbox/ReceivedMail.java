package dev.patchbay.smtp.inbox;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.item.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes a message of the standard schema of a mail that came in. */
final class ReceivedMail {

  private static final String REST = "ietf.org:mail";

  private final FetchedMail mail;
  private final MailFolder folder;
  private final String self;
  private final MailHeader header;

  ReceivedMail(FetchedMail mail, MailFolder folder, String self) {
    this.mail = mail;
    this.folder = folder;
    this.self = self;
    this.header = header(mail);
  }

  private static MailHeader header(FetchedMail mail) {
    try {
      return new MailHeader(
          new InternetHeaders(new ByteArrayInputStream(mail.header().array()), true));
    } catch (MessagingException e) {
      throw new Rejected("The header of the mail %d cannot be read".formatted(mail.uid()), e);
    }
  }

  Message message() {
    var to = header.addresses("To");
    var message =
        Message.to((to.isEmpty() ? List.of(self) : to).toArray(String[]::new))
            .set("channel", "email")
            .set("from", header.addresses("From").stream().findFirst().orElse(null))
            .set("status", "received")
            .set("thread", header.answered().orElse(null));
    header.text("Subject").ifPresent(message::subject);
    text(MailPart::isPlain).ifPresent(message::text);
    text(MailPart::isHtml).ifPresent(html -> message.set("html", html));
    var files = files();
    return message.set("attachments", files.isEmpty() ? null : files).set(REST, rest()).build();
  }

  private Optional<String> text(Predicate<MailPart> kind) {
    var text =
        mail.parts().stream()
            .filter(part -> kind.test(part) && mail.texts().containsKey(part.section()))
            .map(part -> MailText.of(part, mail.texts().get(part.section()).array()))
            .collect(Collectors.joining("\n"));
    return Optional.of(text).filter(some -> !some.isEmpty());
  }

  private List<Map<String, Object>> files() {
    var files = new ArrayList<Map<String, Object>>();
    for (var part : mail.parts()) {
      if (!mail.texts().containsKey(part.section())) {
        var file = new LinkedHashMap<String, Object>();
        file.put("name", part.name());
        file.put("contentType", part.contentType());
        file.put("size", part.size());
        file.put("ref", folder.address(mail.uid(), part.section()));
        files.add(file);
      }
    }
    return files;
  }

  private Map<String, Object> rest() {
    var rest = new LinkedHashMap<String, Object>();
    header.id().ifPresent(id -> rest.put("messageId", id));
    put(rest, "inReplyTo", header.ids("In-Reply-To"));
    put(rest, "references", header.ids("References"));
    put(rest, "cc", header.addresses("Cc"));
    put(rest, "replyTo", header.addresses("Reply-To"));
    header.date().ifPresent(date -> rest.put("date", date.toString()));
    rest.put("receivedAt", mail.received().toString());
    rest.put("size", mail.size());
    if (isCut()) {
      rest.put("cut", true);
    }
    rest.put("headers", header.others());
    return rest;
  }

  private boolean isCut() {
    return mail.parts().stream()
        .filter(part -> mail.texts().containsKey(part.section()))
        .anyMatch(
            part -> mail.texts().get(part.section()).array().length >= MailFetch.LONGEST_TEXT);
  }

  private static void put(Map<String, Object> rest, String name, List<String> values) {
    if (!values.isEmpty()) {
      rest.put(name, values);
    }
  }
}
