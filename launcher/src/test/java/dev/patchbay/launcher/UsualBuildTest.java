package dev.patchbay.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the build runs is found by the names of classes, and no other name is ever missed. */
class UsualBuildTest {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final Pattern TEST =
      Pattern.compile(
          "^ +@(\\w*Test|TestFactory|TestTemplate|Property|Example)\\b", Pattern.MULTILINE);

  @Test
  void should_run_whatever_is_written_as_a_test() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      List<Path> tests =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(ROOT::relativize)
              .filter(file -> file.toString().contains("src/test/java"))
              .filter(UsualBuildTest::holdsTests)
              .toList();

      assertThat(tests)
          .hasSizeGreaterThan(250)
          .allSatisfy(file -> assertThat(file.toString()).matches(".*(Test|IT)\\.java"));
    }
  }

  private static boolean holdsTests(Path file) {
    try {
      return TEST.matcher(Files.readString(ROOT.resolve(file))).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
