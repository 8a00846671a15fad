package dev.patchbay.smtp.outbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;

/** Reads one address, alone or with a name: {@code Ada <ada@example.org>}. */
final class Mailbox {

  private Mailbox() {}

  /**
   * @param property where it was given
   * @throws IllegalArgumentException if no mail can be sent there; names the property
   */
  static InternetAddress parse(String property, String text) {
    SingleLine.demand(property, text);
    try {
      var address = new InternetAddress(text, true);
      address.setAddress(wired(property, address));
      if (address.getPersonal() != null) {
        address.setPersonal(address.getPersonal(), UTF_8.name());
      }
      return address;
    } catch (AddressException | UnsupportedEncodingException e) {
      throw wrong(property, text, e);
    }
  }

  /** The address as mail servers have always taken it, with the domain in its ASCII form. */
  private static String wired(String property, InternetAddress address) {
    var text = address.getAddress();
    int at = text.lastIndexOf('@');
    if (address.isGroup() || at < 1 || !US_ASCII.newEncoder().canEncode(text.substring(0, at))) {
      throw wrong(property, text, null);
    }
    try {
      return text.substring(0, at + 1) + IDN.toASCII(text.substring(at + 1));
    } catch (IllegalArgumentException e) {
      throw wrong(property, text, e);
    }
  }

  private static IllegalArgumentException wrong(String property, String text, Exception cause) {
    return new IllegalArgumentException(
        "The property \"%s\" must hold addresses such as ada@example.org, not \"%s\""
            .formatted(property, text),
        cause);
  }
}
