package dev.patchbay.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The commands of a guide, as its reader would copy them. */
final class Guide {
  private static final Pattern FENCED = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");

  private final List<String> commands;

  private Guide(List<String> commands) {
    this.commands = commands;
  }

  /** The guide that comes with a release. */
  static Guide of(Release release, String name) throws IOException {
    var text = Files.readString(release.home().resolve("docs").resolve(name));
    return new Guide(FENCED.matcher(text).results().map(each -> each.group(1)).toList());
  }

  /** All but the last, in one go, ending at the first that fails. */
  String untilTheServer() {
    return "set -eu\n" + String.join("\n", commands.subList(0, commands.size() - 1));
  }

  /** The last, which starts the server. */
  String server() {
    return commands.get(commands.size() - 1);
  }

  /** Writes commands where a shell can run them. */
  static Path script(Path file, String text) throws IOException {
    return Files.writeString(file, text);
  }
}
