package dev.patchbay.host.caller;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a person or a program calls. */
public enum CallerKind {
  USER("user"),
  API_KEY("api-key"),
  /** A program or person that an outside issuer vouches for. */
  OUTSIDER("outsider");

  private final String text;

  CallerKind(String text) {
    this.text = text;
  }

  @JsonValue
  public String text() {
    return text;
  }
}
