package dev.patchbay.console.signin;

import java.util.Optional;

/** Which button for single sign-on strangers get, as the host says. */
record SignInOption(boolean offered, String organisation, String label) {
  static final SignInOption NONE = new SignInOption(false, null, null);

  /** The organisation's id, where it is known. */
  Optional<String> known() {
    return Optional.ofNullable(organisation);
  }
}
