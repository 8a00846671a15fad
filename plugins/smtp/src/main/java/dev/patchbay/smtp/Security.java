package dev.patchbay.smtp;

import java.util.Locale;

/** How the way to the server is kept from being read. */
enum Security {
  /** Encrypted after the greeting, or not used at all (RFC 3207). */
  STARTTLS,
  /** Encrypted from the start (RFC 8314). */
  TLS,
  /** Not at all. */
  NONE;

  static Security of(String choice) {
    return valueOf(choice.toUpperCase(Locale.ROOT));
  }
}
