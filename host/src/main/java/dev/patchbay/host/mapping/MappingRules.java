package dev.patchbay.host.mapping;

import dev.patchbay.host.problem.FieldError;
import dev.patchbay.host.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a mapping must be so that every record can be told by the CRM's names and back, with nothing
 * lost and nothing meant twice.
 */
final class MappingRules {
  private static final Pattern NAME = Pattern.compile("[^/~\\p{Cntrl}]{1,100}");
  private static final int LONGEST_PATH = 500;

  private final Set<String> types;
  private final List<FieldError> errors = new ArrayList<>();

  private MappingRules(Set<String> types) {
    this.types = types;
  }

  /**
   * Refuses (422) a mapping that is none, naming all that is wrong.
   *
   * @param types the types that there are to map
   */
  static void require(FieldMapping mapping, Set<String> types) {
    MappingRules rules = new MappingRules(types);
    mapping.types().forEach(rules::type);
    if (!rules.errors.isEmpty()) {
      throw ProblemException.invalid(rules.errors);
    }
  }

  private void type(String type, Map<String, String> paths) {
    if (!types.contains(type)) {
      errors.add(
          new FieldError(
              "types/" + type,
              "is none of the types there are: " + String.join(", ", new TreeSet<>(types))));
      return;
    }
    Map<String, FieldPath> before = new LinkedHashMap<>();
    paths.forEach(
        (name, path) ->
            problem(type, name, path, before)
                .ifPresentOrElse(
                    words -> errors.add(new FieldError("types/" + type + "/" + name, words)),
                    () -> before.put(name, FieldPath.of(path))));
  }

  private static Optional<String> problem(
      String type, String name, String path, Map<String, FieldPath> before) {
    if (!NAME.matcher(name).matches()) {
      return Optional.of("must have 1 to 100 characters, none of them / or ~");
    }
    if (path == null || path.length() > LONGEST_PATH || path.matches("|/.*|.*/|.*//.*")) {
      return Optional.of("must stand for a path such as title or name/full");
    }
    FieldPath to = FieldPath.of(path);
    return before.entrySet().stream()
        .filter(other -> other.getValue().overlaps(to))
        .findFirst()
        .map(
            other -> "stands for %s, of which %s is a name already".formatted(path, other.getKey()))
        .or(() -> problem(type, name, to));
  }

  private static Optional<String> problem(String type, String name, FieldPath to) {
    if (StandardFields.GIVEN.contains(to.property())) {
      return Optional.of("stands for %s, which Patchbay gives itself".formatted(to.property()));
    }
    if (!StandardFields.has(type, to.property())) {
      return Optional.of(
          "stands for %s, which is no field of the standard schema of %s"
              .formatted(to.property(), type));
    }
    if (to.names().size() > 1 && StandardFields.isText(type, to.property())) {
      return Optional.of(
          "stands for %s, but %s is a text and has nothing inside"
              .formatted(to.text(), to.property()));
    }
    return Optional.of(
            "is itself a field of the standard schema of %s and can stand for nothing else"
                .formatted(type))
        .filter(words -> StandardFields.owns(type, name) && !name.equals(to.text()));
  }
}
