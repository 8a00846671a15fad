package dev.patchbay.api.setting;

import java.util.Map;
import java.util.Optional;

/**
 * What the admin filled in, checked against the declared {@link Setting}s before a plugin sees it.
 * Immutable; names the settings in {@link #toString()}, never the values.
 *
 * @since 1
 */
public final class Settings {

  private static final Settings NONE = new Settings(Map.of());

  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** No settings. */
  public static Settings none() {
    return NONE;
  }

  /**
   * @param values name to text; whole numbers in digits, yes and no as {@code true} and {@code
   *     false}
   */
  public static Settings of(Map<String, String> values) {
    return new Settings(values);
  }

  /** The text of a setting; empty if it is not filled in. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * The text of a setting that is declared as required.
   *
   * @throws IllegalArgumentException if it is not filled in; names it
   */
  public String required(String name) {
    return text(name)
        .orElseThrow(
            () -> new IllegalArgumentException("The setting \"" + name + "\" is not filled in"));
  }

  /** The secret text of a setting; empty if it is not filled in. */
  public Optional<Secret> secret(String name) {
    return text(name).map(Secret::of);
  }

  /**
   * The whole number of a setting; empty if it is not filled in.
   *
   * @throws NumberFormatException if it is no whole number; names the setting
   */
  public Optional<Integer> integer(String name) {
    return text(name).map(text -> whole(name, text));
  }

  private static Integer whole(String name, String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      var named =
          new NumberFormatException(
              "The setting \"%s\" must be a whole number, not \"%s\"".formatted(name, text));
      named.initCause(e);
      throw named;
    }
  }

  /** Whether a setting says yes; one that is not filled in says no. */
  public boolean yes(String name) {
    return text(name).map(Boolean::valueOf).orElse(false);
  }

  @Override
  public String toString() {
    return "Settings" + values.keySet();
  }
}
