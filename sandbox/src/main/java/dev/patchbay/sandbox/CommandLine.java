package dev.patchbay.sandbox;

import java.nio.file.Path;
import java.util.Optional;

/** The sandbox's own two options. */
record CommandLine(int port, Optional<Path> stateFolder) {
  private static final int USUAL_PORT = 8081;

  static CommandLine parse(String[] arguments) {
    CommandLine line = new CommandLine(USUAL_PORT, Optional.empty());
    for (int i = 0; i < arguments.length; i += 2) {
      String value = i + 1 < arguments.length ? arguments[i + 1] : "";
      line = line.with(arguments[i], value);
    }
    return line;
  }

  private CommandLine with(String option, String value) {
    return switch (option) {
      case "--port" -> new CommandLine(Integer.parseInt(value), stateFolder);
      case "--state" -> new CommandLine(port, Optional.of(Path.of(value)));
      default ->
          throw new IllegalArgumentException(
              "Unknown option " + option + "; use --port <number> and --state <folder>");
    };
  }
}
