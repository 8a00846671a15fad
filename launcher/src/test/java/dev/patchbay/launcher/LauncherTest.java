package dev.patchbay.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LauncherTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(strings = {"--nonsense", "--port=abc", "stray"})
  void should_answer_in_one_line_when_the_command_line_is_wrong(String argument) {
    assertThat(run(Map.of(), argument)).isEqualTo(2);

    assertThat(err.toString(UTF_8)).hasLineCount(1).startsWith("patchbay: ").contains("--help");
  }

  @Test
  void should_answer_in_one_line_when_the_environment_is_wrong() {
    assertThat(run(Map.of("PATCHBAY_PORT", "abc"))).isEqualTo(2);

    assertThat(err.toString(UTF_8)).hasLineCount(1).contains("--port").contains("abc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--sandbox",
        "--port",
        "--data",
        "--key-file",
        "--plugins",
        "--public-url",
        "--trusted-proxies",
        "--forwarded-header",
        "--bind"
      })
  void should_document_option_and_variable_when_asked_for_help(String option) {
    String variable = "PATCHBAY_" + option.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);

    assertThat(new CommandLine(launcher(Map.of())).getUsageMessage())
        .contains(option)
        .contains("[" + variable + "]");
  }

  private int run(Map<String, String> environment, String... arguments) {
    return launcher(environment).run(arguments);
  }

  private Launcher launcher(Map<String, String> environment) {
    PrintStream print = new PrintStream(err, true, UTF_8);
    return new Launcher(environment, print, print);
  }
}
