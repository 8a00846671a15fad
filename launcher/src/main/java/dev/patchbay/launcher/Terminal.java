package dev.patchbay.launcher;

/** Tells whether a person is looking on. */
final class Terminal {
  private Terminal() {}

  @SuppressWarnings("SystemConsoleNull")
  static boolean isAttached() {
    // From JDK 22 on there may be a console without a terminal, unless this one is asked for.
    System.setProperty("jdk.console", "java.base");
    return System.console() != null;
  }
}
