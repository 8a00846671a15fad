package dev.patchbay.console.ui;

import java.util.Locale;

/** What a state means for the reader; decides shape, colour and cord alike. */
public enum Tone {
  GOOD,
  BUSY,
  IDLE,
  ATTENTION,
  BAD,
  OFF;

  String css() {
    return name().toLowerCase(Locale.ROOT);
  }
}
