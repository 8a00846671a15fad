package dev.patchbay.host.mutation;

/**
 * A change of one source file.
 *
 * @param file below the host's root package
 * @param search text that must be there exactly once
 */
record Hunk(String file, String search, String replacement) {

  String applyTo(String source) {
    int first = source.indexOf(search);
    if (first < 0 || source.indexOf(search, first + 1) >= 0) {
      throw new IllegalStateException(
          file
              + " holds "
              + (first < 0 ? "nowhere" : "more than once")
              + " the text that a mutation replaces:\n"
              + search);
    }
    return source.substring(0, first) + replacement + source.substring(first + search.length());
  }
}
