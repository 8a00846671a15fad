package dev.patchbay.host.merge;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whose edit stands. */
public enum Winner {
  CRM,
  SERVICE,
  /** Nobody's yet: a person has to say. */
  OPEN;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
