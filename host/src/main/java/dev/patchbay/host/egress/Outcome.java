package dev.patchbay.host.egress;

import dev.patchbay.api.error.CursorExpired;
import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.error.VersionConflict;

/**
 * How an exchange ended. For an answer the category is what its status stands for everywhere; what
 * a plugin makes of its body is said by the call, not by the exchange.
 *
 * @param category the failure category's name; empty text for a success
 * @param text {@code answered}, {@code connected}, or why there was no whole answer
 */
record Outcome(String category, String text) {

  static final String ANSWERED = "answered";

  static Outcome answered(int status) {
    return new Outcome(category(status), ANSWERED);
  }

  static Outcome connected() {
    return new Outcome("", "connected");
  }

  static Outcome failed(IntegrationException failure) {
    return new Outcome(failure.getClass().getSimpleName(), failure.getMessage());
  }

  private static String category(int status) {
    Class<? extends IntegrationException> category =
        switch (status) {
          case 401 -> ReauthorizationNeeded.class;
          case 408 -> Unavailable.class;
          case 409, 412 -> VersionConflict.class;
          case 410 -> CursorExpired.class;
          case 429 -> RateLimited.class;
          default -> status >= 500 ? Unavailable.class : Rejected.class;
        };
    return status < 400 ? "" : category.getSimpleName();
  }
}
