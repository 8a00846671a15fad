package dev.patchbay.host.caller;

import dev.patchbay.host.problem.ProblemException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a caller names a request, so that it has one effect however often it comes (the header that
 * draft-ietf-httpapi-idempotency-key-header describes).
 */
public record RequestKey(String text) {
  public static final String HEADER = "Idempotency-Key";
  private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,200}");

  /**
   * @param header null if there is none
   * @throws ProblemException if it cannot be a key (400)
   */
  public static Optional<RequestKey> of(String header) {
    if (header != null && !VISIBLE.matcher(header).matches()) {
      throw ProblemException.badParameter(HEADER, "must be 1 to 200 visible characters of ASCII");
    }
    return Optional.ofNullable(header).map(RequestKey::new);
  }

  /** What is said to a request under a key that another one has (409). */
  public ProblemException taken() {
    return ProblemException.conflict(
        "The %s %s was used for another request; take a new one for each request."
            .formatted(HEADER, text));
  }
}
