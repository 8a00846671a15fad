package dev.patchbay.smtp.outbox;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import java.util.Set;

/**
 * What the server answered (RFC 5321, section 4.2).
 *
 * @param code its three digits; anything else if there was none to be understood
 * @param words the code with the server's own words, on one line
 */
record Reply(int code, String words) {

  static final Reply NONE = new Reply(0, "");

  private static final Set<Integer> LATER = Set.of(421, 450, 451, 452);
  private static final int LONGEST = 400;

  static Reply of(int code, String lines) {
    var words =
        lines
            .strip()
            .replaceAll("\\R" + code + "[ -]", " ")
            .replaceAll("[\\p{Cntrl}\\s]+", " ")
            .replaceFirst("^(\\d{3})-", "$1 ");
    return new Reply(code, words.substring(0, Math.min(words.length(), LONGEST)));
  }

  boolean isPositive() {
    return code >= 200 && code < 400;
  }

  boolean isPermanent() {
    return code >= 500 && code < 600;
  }

  /** Whether the server said something that is a refusal, rather than nothing. */
  boolean isRefusal() {
    return code >= 400 && code < 600;
  }

  /** The failure that this refusal is, told after what was refused. */
  IntegrationException failure(String what) {
    var message = what + ": " + words;
    if (isPermanent()) {
      return new Rejected(message);
    }
    return LATER.contains(code) ? new RateLimited(message) : new Unavailable(message);
  }
}
