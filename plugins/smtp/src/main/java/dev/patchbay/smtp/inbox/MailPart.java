package dev.patchbay.smtp.inbox;

import jakarta.mail.internet.ParameterList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.angus.mail.imap.protocol.BODYSTRUCTURE;

/**
 * A text or a file of a mail, as the server describes it.
 *
 * @param section its number (RFC 3501, section 6.4.5)
 */
record MailPart(String section, BODYSTRUCTURE body) {

  private static final int DEEPEST = 50;
  private static final int MOST = 500;

  /** The texts and files of a mail, however deep they are; a mail within it is a file. */
  static List<MailPart> of(BODYSTRUCTURE mail) {
    var parts = new ArrayList<MailPart>();
    if (mail.isMulti()) {
      collect(mail, "", 0, parts);
    } else {
      parts.add(new MailPart("1", mail));
    }
    return parts;
  }

  private static void collect(BODYSTRUCTURE multi, String prefix, int depth, List<MailPart> into) {
    for (int i = 0; multi.bodies != null && i < multi.bodies.length && into.size() < MOST; i++) {
      var body = multi.bodies[i];
      var section = prefix + (i + 1);
      if (!body.isMulti()) {
        into.add(new MailPart(section, body));
      } else if (depth < DEEPEST) {
        collect(body, section + ".", depth + 1, into);
      }
    }
  }

  boolean isPlain() {
    return isText("plain");
  }

  boolean isHtml() {
    return isText("html");
  }

  private boolean isText(String subtype) {
    return contentType().equals("text/" + subtype)
        && !"attachment".equalsIgnoreCase(body.disposition)
        && filename().isEmpty();
  }

  String contentType() {
    return (body.type + "/" + body.subtype).toLowerCase(Locale.ROOT);
  }

  String name() {
    return filename()
        .or(() -> Optional.ofNullable(body.description).map(HeaderText::decoded))
        .filter(name -> !name.isBlank())
        .orElse("part " + section);
  }

  private Optional<String> filename() {
    return parameter(body.dParams, "filename")
        .or(() -> parameter(body.cParams, "name"))
        .map(HeaderText::decoded);
  }

  Optional<String> charset() {
    return parameter(body.cParams, "charset");
  }

  String encoding() {
    return body.encoding == null ? "7bit" : body.encoding.strip().toLowerCase(Locale.ROOT);
  }

  /** How many bytes the server keeps, in the encoding of the mail. */
  int size() {
    return Math.max(0, body.size);
  }

  private static Optional<String> parameter(ParameterList parameters, String name) {
    return Optional.ofNullable(parameters)
        .map(all -> all.get(name))
        .filter(value -> !value.isBlank());
  }
}
