package dev.patchbay.host.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a deed. */
public enum Outcome {
  DONE,
  REFUSED;

  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Outcome of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
