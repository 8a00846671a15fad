package dev.patchbay.smtp.line;

import java.util.Arrays;
import java.util.Locale;

/** How the way to the server is kept from being read. */
public enum Security {
  /** Encrypted after the greeting, or not used at all (RFC 3207). */
  STARTTLS,
  /** Encrypted from the start (RFC 8314). */
  TLS,
  /** Not at all. */
  NONE;

  static Security of(String setting, String choice) {
    return Arrays.stream(values())
        .filter(each -> each.name().equals(choice.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The setting \"%s\" must be starttls, tls or none, not \"%s\""
                        .formatted(setting, choice)));
  }
}
