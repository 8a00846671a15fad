package dev.patchbay.smtp.inbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.Optional;

/**
 * The readable text of a part, whatever a mail program made of it: encodings that break off,
 * character sets that nobody knows, or that are not what they say.
 */
final class MailText {

  private static final Charset WESTERN = Charset.forName("windows-1252");

  private MailText() {}

  static String of(MailPart part, byte[] sent) {
    return HeaderText.storable(text(bytes(part.encoding(), sent), charset(part)))
        .replace("\r\n", "\n");
  }

  private static String text(byte[] bytes, Optional<Charset> said) {
    try {
      return said.orElse(UTF_8).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, said.orElse(WESTERN));
    }
  }

  /** What the mail says, except that ASCII leaves open what stands for all else. */
  private static Optional<Charset> charset(MailPart part) {
    try {
      return part.charset()
          .filter(name -> !name.equalsIgnoreCase("us-ascii"))
          .map(MimeUtility::javaCharset)
          .map(Charset::forName);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(String encoding, byte[] sent) {
    return switch (encoding) {
      case "base64" -> base64(sent);
      case "quoted-printable", "x-uuencode", "uuencode" -> decoded(encoding, sent);
      default -> sent;
    };
  }

  /** As far as it goes: what is cut off in the middle of a group ends with the group before. */
  private static byte[] base64(byte[] sent) {
    var letters =
        new String(sent, ISO_8859_1).replaceFirst("(?s)=.*", "").replaceAll("[^A-Za-z0-9+/]", "");
    int whole = letters.length() % 4 == 1 ? letters.length() - 1 : letters.length();
    return Base64.getDecoder().decode(letters.substring(0, whole));
  }

  private static byte[] decoded(String encoding, byte[] sent) {
    try (var in = MimeUtility.decode(new ByteArrayInputStream(sent), encoding)) {
      return in.readAllBytes();
    } catch (MessagingException | IOException e) {
      return sent;
    }
  }
}
