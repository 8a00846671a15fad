package dev.patchbay.host.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.host.problem.ProblemException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request that may come again because its answer was lost.
 *
 * @param key what the caller named it; without one, a repetition is a request of its own
 * @param hash tells whether a repetition asks for the same
 */
record KeyedRequest(
    String tenantId, String connectionId, String caller, Optional<String> key, String hash) {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

  /**
   * @param header the {@code Idempotency-Key}; null if there is none
   * @param parts all that makes the request what it is
   */
  static KeyedRequest of(EditScope where, String caller, String header, String... parts) {
    if (header != null && !KEY.matcher(header).matches()) {
      throw ProblemException.badParameter(
          "Idempotency-Key", "must be 1 to 200 visible characters of ASCII");
    }
    return new KeyedRequest(
        where.tenantId(),
        where.connectionId(),
        caller,
        Optional.ofNullable(header),
        hash(where.connectionId() + "\n" + where.type() + "\n" + String.join("\n", parts)));
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
