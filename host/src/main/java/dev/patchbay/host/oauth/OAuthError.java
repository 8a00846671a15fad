package dev.patchbay.host.oauth;

/**
 * An error as OAuth writes it, cut to what may be shown: it comes from outside, partly through the
 * address line of a browser.
 *
 * @param code such as {@code invalid_grant}
 * @param description the service's own words; may be empty
 */
public record OAuthError(String code, String description) {
  private static final int LONGEST = 300;

  public OAuthError {
    code = presentable(code);
    description = presentable(description);
  }

  /** Takes what the service said; nulls count as nothing said. */
  public static OAuthError of(String code, String description) {
    return new OAuthError(code == null ? "" : code, description == null ? "" : description);
  }

  /** Whether the person said no. */
  public boolean declined() {
    return code.equals("access_denied");
  }

  /** Whether the grant behind the request is dead, so that only a person can help. */
  boolean endsGrant() {
    return code.equals("invalid_grant");
  }

  /** What can be shown to an admin. */
  public String message() {
    if (code.isEmpty() && description.isEmpty()) {
      return "The service gave no access token and no reason";
    }
    return "The service said "
        + (code.isEmpty() ? "" : code)
        + (code.isEmpty() || description.isEmpty() ? "" : ": ")
        + description;
  }

  private static String presentable(String text) {
    var plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
  }
}
