package dev.patchbay.host.ids;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.regex.Pattern;

/**
 * Makes the ids of everything: a prefix that tells the kind, then time and chance in 26 characters
 * (the layout of a ULID), so that ids sort by age, page well and cannot be guessed.
 */
@Singleton
public class Ids {
  private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final Pattern PREFIX = Pattern.compile("[a-z]{2,8}");
  private static final int TIME_LENGTH = 10;
  private static final int RANDOM_LENGTH = 16;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  @Inject
  public Ids(Clock clock) {
    this.clock = clock;
  }

  /** Returns a new id such as {@code con_01k0…}; the prefix is two to eight lower-case letters. */
  public String next(String prefix) {
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException("Not a prefix of 2 to 8 letters a-z: " + prefix);
    }
    StringBuilder id = new StringBuilder(prefix).append('_');
    appendTime(id);
    appendChance(id);
    return id.toString();
  }

  private void appendChance(StringBuilder id) {
    byte[] chance = new byte[RANDOM_LENGTH];
    random.nextBytes(chance);
    for (byte five : chance) {
      id.append(ALPHABET[five & 31]);
    }
  }

  private void appendTime(StringBuilder id) {
    long millis = clock.millis();
    for (int i = TIME_LENGTH - 1; i >= 0; i--) {
      id.append(ALPHABET[(int) (millis >>> (5 * i)) & 31]);
    }
  }
}
