package dev.patchbay.launcher;

/**
 * The door to the launcher, compiled for Java 8 while everything behind it needs 17: an old Java
 * can still say what is missing, where it would show a stack trace otherwise.
 */
public final class Main {
  private static final int NEEDED = 17;
  private static final int CANNOT_START = 1;

  private Main() {}

  /**
   * Starts the server.
   *
   * @param arguments the command line, see {@code --help}
   */
  public static void main(String[] arguments) {
    String version = System.getProperty("java.specification.version");
    if (feature(version) < NEEDED) {
      System.err.println(
          "patchbay: "
              + System.getProperty("java.home")
              + " is Java "
              + version
              + "; JDK "
              + NEEDED
              + " or newer is needed.");
      System.exit(CANNOT_START);
    }
    Launcher.launch(arguments);
  }

  private static int feature(String version) {
    return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
  }
}
