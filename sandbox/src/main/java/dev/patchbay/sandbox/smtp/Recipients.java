package dev.patchbay.sandbox.smtp;

import java.util.Locale;
import java.util.Map;

/** What becomes of a mail, by the part of its address before the at sign. */
final class Recipients {
  static final Map<String, String> REFUSED =
      Map.of(
          "bounce", "550 5.1.1 No such mailbox here",
          "later", "451 4.7.1 Try again later");
  private static final String DROP = "drop";
  private static final String ANSWERS = "answer";

  private Recipients() {}

  static String reply(String address) {
    return REFUSED.getOrDefault(local(address), "250 2.1.5 Ok");
  }

  /** Whether the line is cut once the mail is there, so that its sender does not know. */
  static boolean isCut(String address) {
    return local(address).equals(DROP);
  }

  /** Whether somebody is there who answers whatever comes. */
  static boolean answers(String address) {
    return local(address).equals(ANSWERS);
  }

  private static String local(String address) {
    return address.split("@", 2)[0].toLowerCase(Locale.ROOT);
  }
}
