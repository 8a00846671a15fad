package dev.patchbay.host.mutation;

import java.nio.file.Path;
import java.util.List;

/**
 * Opens one way in after the other and looks whether its test notices: a test that passes without
 * its defence guards nothing. {@code host/mutations/run} starts it.
 */
final class MutationRun {

  private static final String LET_THROUGH = "let through: ";

  private final Path module;
  private int caught;

  private MutationRun(Path module) {
    this.module = module;
  }

  /**
   * @param arguments the host's folder; then {@code --table} to print the rows for the security
   *     guide, or the names of vectors, or none for all
   */
  public static void main(String[] arguments) throws Exception {
    Path module = Path.of(arguments[0]);
    List<String> wanted = List.of(arguments).subList(1, arguments.length);
    var all = Vectors.all(module);
    if (wanted.contains("--table")) {
      all.forEach(vector -> System.out.println(vector.row()));
      return;
    }
    var vectors =
        all.stream().filter(vector -> wanted.isEmpty() || wanted.contains(vector.name())).toList();
    var run = new MutationRun(module);
    vectors.forEach(run::attempt);
    System.out.printf("%d vectors, %d caught%n", vectors.size(), run.caught);
    System.exit(run.caught == vectors.size() ? 0 : 1);
  }

  private void attempt(Vector vector) {
    String verdict = verdict(vector);
    boolean good = verdict.startsWith(LET_THROUGH);
    caught += good ? 1 : 0;
    System.out.printf("%-6s %-40s %s%n", good ? "caught" : "MISSED", vector.name(), verdict);
  }

  private String verdict(Vector vector) {
    try (var mutant = Mutant.of(vector, module)) {
      var sound = TestRun.failure(vector, getClass().getClassLoader());
      if (sound.isPresent()) {
        return "the test fails without any mutation: " + firstLine(sound.get());
      }
      return firstLine(TestRun.failure(vector, mutant.loader()).orElse("the test noticed nothing"));
    } catch (Exception e) {
      return e.toString();
    }
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
