package dev.patchbay.sandbox.google.calendar;

/** A few colours that a calendar may wear; names and ids are the sandbox's own. */
public enum CalendarColor {
  TEAL("7", "#2a9d8f", "#ffffff"),
  AMBER("12", "#e9a13b", "#1d1d1d"),
  BERRY("22", "#b5477a", "#ffffff"),
  SLATE("19", "#5a6b8c", "#ffffff");

  private final String id;
  private final String background;
  private final String foreground;

  CalendarColor(String id, String background, String foreground) {
    this.id = id;
    this.background = background;
    this.foreground = foreground;
  }

  public String id() {
    return id;
  }

  public String background() {
    return background;
  }

  public String foreground() {
    return foreground;
  }
}
