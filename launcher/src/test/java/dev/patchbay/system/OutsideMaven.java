package dev.patchbay.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Maven as somebody else has it, with an empty repository of their own. Central is played by what
 * this build has already fetched from it, and nothing is written there.
 */
final class OutsideMaven {
  private static final String SETTINGS =
      """
      <settings>
        <localRepository>%s</localRepository>
        <mirrors>
          <mirror>
            <id>fetched</id>
            <mirrorOf>central</mirrorOf>
            <url>%s</url>
          </mirror>
        </mirrors>
      </settings>
      """;

  private OutsideMaven() {}

  /** The settings of such a Maven, in a file. */
  static Path settings(Path folder) throws IOException {
    Files.createDirectories(folder);
    return Files.writeString(
        folder.resolve("settings.xml"),
        SETTINGS.formatted(
            folder.resolve("local"), Path.of(System.getProperty("libraries")).toUri()));
  }

  /** A folder for the search path, with a {@code mvn} that uses these settings. */
  static Path in(Path folder) throws IOException {
    Path settings = settings(folder);
    Path real = Path.of(System.getProperty("maven.home"), "bin", "mvn");
    Path command =
        Files.writeString(
            Files.createDirectories(folder.resolve("bin")).resolve("mvn"),
            "#!/usr/bin/env bash\nexec \"%s\" --settings=\"%s\" \"$@\"\n"
                .formatted(real, settings));
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    return command.getParent();
  }
}
