package dev.patchbay.host.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.host.problem.ProblemException;
import java.util.Base64;

/** Hides the key after which a list goes on, so that callers do not build on it. */
public final class Cursor {

  private Cursor() {}

  public static String of(String key) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(UTF_8));
  }

  /** Returns the key inside; a text that no list handed out is a 400 naming {@code cursor}. */
  public static String keyOf(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badParameter(
          "cursor", "is not a cursor that a list has handed out; leave it out to start again");
    }
  }
}
