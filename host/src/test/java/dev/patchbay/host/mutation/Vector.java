package dev.patchbay.host.mutation;

import java.util.List;

/**
 * One way in, and the weakening of the production code that opens it.
 *
 * @param attack what the attacker does
 * @param defence what stands in the way
 * @param weakened what the mutation does, in words
 * @param test class and method that must notice when it does not
 * @param hunks the weakening
 */
record Vector(
    String name, String attack, String defence, String weakened, String test, List<Hunk> hunks) {

  private static final String PACKAGE = "dev.patchbay.host.";

  Vector {
    hunks = List.copyOf(hunks);
  }

  String testClass() {
    return PACKAGE + test.substring(0, test.lastIndexOf('.'));
  }

  String testMethod() {
    return test.substring(test.lastIndexOf('.') + 1);
  }

  /** As a row of the table in the security guide. */
  String row() {
    return "| %s | %s | %s | `%s` | %s |"
        .formatted(name, escaped(attack), escaped(defence), test, escaped(weakened));
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|");
  }
}
