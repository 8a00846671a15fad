package dev.patchbay.console.event;

import java.util.Optional;

/** The calendar that an event lies in, as far as the list shows it. */
public record Calendar(String id, String name, Optional<String> color, Optional<String> timeZone) {

  /** Colours come from the service: anything but a plain colour is left out. */
  public Optional<String> plainColor() {
    return color.filter(text -> text.matches("#[0-9a-fA-F]{3,8}"));
  }
}
