package dev.patchbay.sandbox.slack;

import java.security.SecureRandom;

/** Ids as Slack makes them: a letter for the kind of thing, then capitals and digits. */
final class SlackId {
  private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final int LENGTH = 9;
  private static final SecureRandom RANDOM = new SecureRandom();

  private SlackId() {}

  static String next(char kind) {
    StringBuilder id = new StringBuilder().append(kind).append('0');
    while (id.length() < LENGTH + 2) {
      id.append(CHARACTERS.charAt(RANDOM.nextInt(CHARACTERS.length())));
    }
    return id.toString();
  }
}
