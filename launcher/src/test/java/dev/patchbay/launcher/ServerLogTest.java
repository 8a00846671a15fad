package dev.patchbay.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class ServerLogTest {
  private static final Logger SOMEWHERE = Logger.getLogger("somewhere");

  @Test
  void should_keep_the_root_cause_when_a_deployment_logs_its_failure() {
    try (LoggedFailure failure = new LoggedFailure()) {
      SOMEWHERE.log(Level.WARNING, "not yet", new IllegalStateException("early"));
      SOMEWHERE.severe("Startup failed due to previous errors");
      SOMEWHERE.log(
          Level.SEVERE,
          "start",
          new IllegalStateException("outer", new IllegalArgumentException("inner\nsecond line")));
      SOMEWHERE.log(Level.SEVERE, "later", new IllegalStateException("follow-up"));

      assertThat(failure.reason()).contains("IllegalArgumentException: inner");
    }
  }

  @Test
  void should_keep_the_message_when_a_failure_has_no_exception() {
    try (LoggedFailure failure = new LoggedFailure()) {
      SOMEWHERE.log(Level.SEVERE, "no place at {0}", "/api");

      assertThat(failure.reason()).contains("no place at /api");
    }
  }

  @Test
  void should_show_one_line_when_a_warning_carries_a_stack() {
    LogRecord warning = new LogRecord(Level.WARNING, "slow\nvery slow");
    warning.setLoggerName("host");
    warning.setThrown(new IllegalStateException("why"));

    assertThat(new TerminalFormatter().format(warning))
        .isEqualToNormalizingNewlines(
            "patchbay: WARNING host: slow java.lang.IllegalStateException: why\n");
  }

  @Test
  void should_log_each_line_when_a_library_prints() {
    List<String> lines = new ArrayList<>();
    Handler handler = handler(line -> lines.add(line.getMessage()));
    Logger.getLogger("stdout").addHandler(handler);
    try (PrintStream print = LoggedPrint.stream("stdout", Level.INFO)) {
      print.println("grüße");
      print.print("half ");
      print.println("line");
    } finally {
      Logger.getLogger("stdout").removeHandler(handler);
    }

    assertThat(lines).containsExactly("grüße", "half line");
  }

  @Test
  void should_not_go_in_circles_when_the_log_itself_prints() {
    List<String> lines = new ArrayList<>();
    Logger circular = Logger.getLogger("circular");
    try (PrintStream print = LoggedPrint.stream("circular", Level.INFO)) {
      circular.addHandler(handler(line -> lines.add(line.getMessage())));
      circular.addHandler(handler(line -> print.println("echo")));

      print.println("once");
      print.println("twice");
    }

    assertThat(lines).containsExactly("once", "twice");
  }

  private static Handler handler(Consumer<LogRecord> consumer) {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        consumer.accept(line);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
