package dev.patchbay.launcher;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Code that runs often while a server starts and hardly ever afterwards: reading class files,
 * looking for them in three hundred jars, the models of beans and of validation. Java's optimising
 * compiler would spend more than half of its work in a start on it; the simple compiler's code is
 * fast enough. Told here and not by an option, with which Java would print a line at each start.
 */
final class StartOnlyCode {
  private static final Logger LOG = Logger.getLogger(StartOnlyCode.class.getName());
  private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";

  private StartOnlyCode() {}

  /**
   * Keeps the optimising compiler from it. A Java that knows no such directives starts all the
   * same, only slower.
   *
   * @param directives a file of HotSpot's compiler directives
   * @return what Java says to it
   */
  static String spare(Path directives) {
    String answer;
    try {
      answer = command("compilerDirectivesAdd", directives.toString());
    } catch (JMException e) {
      answer = e.toString();
    }
    LOG.log(Level.FINE, "Compiler directives: {0}", answer.strip());
    return answer.strip();
  }

  private static String command(String name, String argument) throws JMException {
    Object answer =
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName(COMMANDS),
                name,
                new Object[] {new String[] {argument}},
                new String[] {String[].class.getName()});
    return String.valueOf(answer);
  }
}
