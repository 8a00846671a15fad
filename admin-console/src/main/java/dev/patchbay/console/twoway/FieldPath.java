package dev.patchbay.console.twoway;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a field is, as people read it: {@code locations/1/name} is "Locations › 1 › name". */
final class FieldPath {

  private FieldPath() {}

  static String words(String path) {
    if (path.isEmpty()) {
      return "The whole record";
    }
    String words =
        Stream.of(path.split("/", -1))
            .map(name -> name.replace("~1", "/").replace("~0", "~"))
            .map(FieldPath::spaced)
            .collect(Collectors.joining(" › "));
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** Names of the standard schemas are lower case words with humps; ids and extensions are not. */
  private static String spaced(String name) {
    return name.matches("[a-z]+([A-Z][a-z]+)+")
        ? name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT)
        : name;
  }
}
