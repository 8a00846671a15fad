package dev.patchbay.host.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Keeps the list of mutations fit for use between two runs of it. */
class VectorsTest {

  private static final Path MODULE = Path.of("").toAbsolutePath();

  private final List<Vector> vectors = read();

  @Test
  void should_hold_many_different_ways_in() {
    assertThat(vectors).hasSizeGreaterThanOrEqualTo(100);
    assertThat(vectors).extracting(Vector::name).doesNotHaveDuplicates();
    assertThat(vectors).extracting(Vector::test).doesNotHaveDuplicates();
    assertThat(vectors).extracting(Vector::hunks).doesNotHaveDuplicates();
  }

  @TestFactory
  Stream<DynamicTest> should_fit_the_code_and_name_a_test() {
    return vectors.stream()
        .map(vector -> DynamicTest.dynamicTest(vector.name(), () -> assertFits(vector)));
  }

  @Test
  void should_be_told_in_the_security_guide() throws IOException {
    String guides =
        Files.readString(MODULE.resolve("../docs/security.md"))
            + Files.readString(MODULE.resolve("../docs/sync.md"));
    assertThat(guides)
        .as("docs/security.md and docs/sync.md; host/mutations/run --table prints the rows")
        .contains(vectors.stream().map(Vector::row).toList());
  }

  private static void assertFits(Vector vector) throws Exception {
    assertThat(Class.forName(vector.testClass()).getDeclaredMethod(vector.testMethod()))
        .isNotNull();
    assertThat(vector.hunks()).isNotEmpty();
    assertThat(Mutation.of(vector, MODULE).sources()).isNotEmpty();
  }

  private static List<Vector> read() {
    try {
      return Vectors.all(MODULE);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
