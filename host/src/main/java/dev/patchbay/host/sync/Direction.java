package dev.patchbay.host.sync;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which way a sync run carries changes. */
public enum Direction {
  PULL,
  PUSH,
  BOTH;

  boolean pulls() {
    return this != PUSH;
  }

  boolean pushes() {
    return this != PULL;
  }

  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As it is written in the API, also where a refusal lists what is possible. */
  @Override
  public String toString() {
    return text();
  }

  static Direction of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
