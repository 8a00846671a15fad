package dev.patchbay.sandbox.google;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fictional people of the sandbox; their domain is reserved and leads nowhere. */
final class People {
  static final Map<String, String> ALL = people();

  private People() {}

  private static Map<String, String> people() {
    Map<String, String> people = new LinkedHashMap<>();
    people.put("ada@sandbox.example", "Ada Lovelace");
    people.put("jonas@sandbox.example", "Jonas Brückner");
    people.put("mei@sandbox.example", "Mei Tanaka");
    return Collections.unmodifiableMap(people);
  }
}
