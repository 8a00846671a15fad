package dev.patchbay.host.connect;

/** The static pages on which an attempt to connect ends in the browser. */
enum ResultPage {
  /** The account is connected. */
  CONNECTED,
  /** The person said no. */
  DECLINED,
  /** It did not work; the admin finds the reason in the console. */
  FAILED,
  /** The link was used before, or its time is over. */
  EXPIRED,
  /** Nothing here knows this visit: another browser, a replay, a forgery. */
  UNKNOWN;

  String fileName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
