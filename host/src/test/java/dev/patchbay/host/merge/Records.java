package dev.patchbay.host.merge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Records of few names and values, so that edits meet often. */
final class Records {
  private static final Arbitrary<Object> VALUES =
      Arbitraries.oneOf(
          Arbitraries.of("a", "b", "c/d", "~"),
          Arbitraries.integers().between(0, 2),
          Arbitraries.of(true, false),
          Arbitraries.of(List.of("x"), List.of("x", "y"), List.of()));

  private Records() {}

  static Arbitrary<Map<String, Object>> any() {
    return objects(Arbitraries.oneOf(VALUES, people()));
  }

  private static Arbitrary<Object> people() {
    Arbitrary<Object> person =
        Arbitraries.of("name", "email")
            .flatMap(name -> VALUES.map(value -> Map.of("@type", "Participant", name, value)));
    return Arbitraries.maps(Arbitraries.of("p1", "p2", "p/3"), person)
        .ofMaxSize(3)
        .map(LinkedHashMap::new);
  }

  private static Arbitrary<Map<String, Object>> objects(Arbitrary<Object> values) {
    return Arbitraries.maps(Arbitraries.of("title", "start", "a/b", "people", "~t"), values)
        .ofMaxSize(5)
        .map(LinkedHashMap::new);
  }
}
