package dev.patchbay.console.connection;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import dev.patchbay.console.ui.Tone;

/** How a connection stands, in the admin's words; what needs a look comes first. */
public enum ConnectionState {
  NEEDS_REAUTH("Needs sign-in", Tone.ATTENTION),
  STALLED("Stalled", Tone.ATTENTION),
  ACTIVE("Connected", Tone.GOOD),
  PAUSED("Paused", Tone.IDLE),
  DISCONNECTED("Disconnected", Tone.OFF),
  @JsonEnumDefaultValue
  UNKNOWN("Unknown state", Tone.IDLE);

  private final String label;
  private final Tone tone;

  ConnectionState(String label, Tone tone) {
    this.label = label;
    this.tone = tone;
  }

  String label() {
    return label;
  }

  Tone tone() {
    return tone;
  }
}
