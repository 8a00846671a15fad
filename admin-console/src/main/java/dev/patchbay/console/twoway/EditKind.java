package dev.patchbay.console.twoway;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import dev.patchbay.console.ui.Badge;
import dev.patchbay.console.ui.Tone;

/** What an edit makes of the item at the service. */
enum EditKind {
  CREATE("New", Tone.GOOD),
  UPDATE("Changed", Tone.BUSY),
  DELETE("Deleted", Tone.BAD),
  @JsonEnumDefaultValue
  UNKNOWN("Edited", Tone.IDLE);

  private final String label;
  private final Tone tone;

  EditKind(String label, Tone tone) {
    this.label = label;
    this.tone = tone;
  }

  Badge badge() {
    return new Badge(tone, label);
  }
}
