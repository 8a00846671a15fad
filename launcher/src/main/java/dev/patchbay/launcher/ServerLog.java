package dev.patchbay.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Sends everything to rotating files in the data folder. The terminal stays silent while the server
 * starts, so that a refusal is one line, and shows warnings from then on.
 */
final class ServerLog {
  private static final String ROOT = "";
  private static final String LINE = "%1$tFT%1$tT.%1$tL%1$tz %4$-7s %3$s: %5$s%6$s%n";

  private final Path folder;

  private ServerLog(Path folder) {
    this.folder = folder;
  }

  static ServerLog configure(Path folder, Path work) {
    Path configuration = work.resolve("logging.properties");
    try {
      Files.write(configuration, lines(folder));
      System.setProperty("java.util.logging.config.file", configuration.toString());
      LogManager.getLogManager().readConfiguration();
      setErrorManager(new SilentErrors());
    } catch (IOException e) {
      throw new StartupProblem(
          "Cannot write %s (%s).".formatted(configuration, FileProblem.of(e)), e);
    }
    return new ServerLog(folder);
  }

  private static List<String> lines(Path folder) {
    return List.of(
        "handlers=java.util.logging.FileHandler,java.util.logging.ConsoleHandler",
        ".level=INFO",
        "java.util.logging.ConsoleHandler.level=OFF",
        "java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter",
        "java.util.logging.FileHandler.level=INFO",
        "java.util.logging.FileHandler.encoding=UTF-8",
        "java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter",
        "java.util.logging.FileHandler.pattern=" + escape(pattern(folder)),
        "java.util.logging.FileHandler.append=true",
        "java.util.logging.FileHandler.limit=10000000",
        "java.util.logging.FileHandler.count=5",
        "java.util.logging.SimpleFormatter.format=" + LINE,
        // Old authorities in Payara's own trust store, of no use to anybody here.
        "javax.enterprise.system.security.ssl.level=SEVERE",
        "org.hibernate.validator.internal.util.Version.level=WARNING",
        "javax.enterprise.system.tools.deployment.dol.level=WARNING",
        "javax.enterprise.system.tools.deployment.common.level=WARNING",
        "org.glassfish.admin.mbeanserver.level=WARNING",
        "fish.payara.nucleus.util.level=WARNING");
  }

  private static String pattern(Path folder) {
    return folder.toString().replace("%", "%%") + "/patchbay.%g.log";
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\");
  }

  Path file() {
    return folder.resolve("patchbay.0.log");
  }

  /** From here on, what a library prints goes to the log. */
  void takeStandardStreams() {
    System.setOut(LoggedPrint.stream("stdout", Level.INFO));
    System.setErr(LoggedPrint.stream("stderr", Level.INFO));
  }

  void showWarnings() {
    setErrorManager(new ErrorManager());
    for (Handler handler : Logger.getLogger(ROOT).getHandlers()) {
      if (handler instanceof ConsoleHandler) {
        handler.setFormatter(new TerminalFormatter());
        handler.setLevel(Level.WARNING);
      }
    }
  }

  private static void setErrorManager(ErrorManager errors) {
    for (Handler handler : Logger.getLogger(ROOT).getHandlers()) {
      handler.setErrorManager(errors);
    }
  }

  /** Where the log cannot be written, a start soon fails at something that says why in one line. */
  private static final class SilentErrors extends ErrorManager {
    @Override
    public void error(String message, Exception cause, int code) {}
  }
}
