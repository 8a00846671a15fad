package dev.patchbay.host.problem;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The id that ties an answer to the log lines written while it was made. */
public final class Correlation {
  public static final String HEADER = "X-Correlation-Id";
  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{8,64}");
  private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();
  private static final SecureRandom RANDOM = new SecureRandom();

  private Correlation() {}

  /** Returns the id of the request that this thread serves, or a new one outside of any. */
  public static String current() {
    return Optional.ofNullable(CURRENT.get()).orElseGet(Correlation::make);
  }

  static String accept(String sent) {
    return sent != null && WELL_FORMED.matcher(sent).matches() ? sent : make();
  }

  static void begin(String id) {
    CURRENT.set(id);
  }

  static void end() {
    CURRENT.remove();
  }

  private static String make() {
    byte[] bytes = new byte[12];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
