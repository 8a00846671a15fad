package dev.patchbay.host.integration;

import dev.patchbay.api.setting.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads what is filled in as the kind that its setting declares. */
final class SettingValue {
  private static final int LONGEST = 4_000;
  private static final int LONGEST_LINES = 500_000;
  private static final int MOST = 100;
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");
  private static final Pattern HOST =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

  private static final Set<String> FILE = Set.of("name", "contentType", "ref");

  private SettingValue() {}

  /** Returns the value, or nothing if what is given is not of that kind. */
  static Optional<Object> of(Setting setting, Object given) {
    return switch (setting.kind()) {
      case LIST -> listOf(given, SettingValue::isText);
      case FILES -> listOf(given, SettingValue::isFile);
      default -> single(setting, given);
    };
  }

  private static Optional<Object> single(Setting setting, Object given) {
    if (given instanceof Map || given instanceof List) {
      return Optional.empty();
    }
    var text = given.toString().strip();
    if (text.length() > longest(setting) || !fitsPattern(setting, text)) {
      return Optional.empty();
    }
    return switch (setting.kind()) {
      case TEXT, SECRET, LINES -> Optional.of(text);
      case INTEGER -> matching(INTEGER, text).map(Integer::valueOf);
      case BOOLEAN -> bool(text);
      case CHOICE -> Optional.<Object>of(text).filter(setting.choices()::contains);
      case HOST -> matching(HOST, text.toLowerCase(Locale.ROOT)).map(Object.class::cast);
      case LIST, FILES ->
          throw new IllegalArgumentException(setting.kind() + " is no single value");
    };
  }

  private static int longest(Setting setting) {
    return setting.kind() == Setting.Kind.LINES ? LONGEST_LINES : LONGEST;
  }

  private static Optional<Object> listOf(Object given, Predicate<Object> member) {
    return given instanceof List<?> list && list.size() <= MOST && list.stream().allMatch(member)
        ? Optional.of(list)
        : Optional.empty();
  }

  private static boolean isText(Object member) {
    return member instanceof String text && !text.isBlank() && text.length() <= LONGEST;
  }

  private static boolean isFile(Object member) {
    return member instanceof Map<?, ?> file
        && isText(file.get("name"))
        && file.get("ref") instanceof String
        && (file.get("contentType") == null || isText(file.get("contentType")))
        && FILE.containsAll(file.keySet());
  }

  /** Says what would have been right, to people who know no regular expressions. */
  static String expectation(Setting setting) {
    return setting.format().map(format -> "must be " + format).orElseGet(() -> ofKind(setting));
  }

  private static String ofKind(Setting setting) {
    return switch (setting.kind()) {
      case TEXT, SECRET, LINES ->
          "must be a text of at most "
              + longest(setting)
              + " characters"
              + setting.pattern().map(pattern -> " in the form that is asked for").orElse("");
      case INTEGER -> "must be a whole number";
      case BOOLEAN -> "must be true or false";
      case CHOICE -> "must be one of " + setting.choices();
      case HOST -> "must be the name of a host such as mail.example.org, without scheme or port";
      case LIST -> "must be a list of at most " + MOST + " texts";
      case FILES ->
          "must be a list of at most " + MOST + " objects with name, ref and maybe contentType";
    };
  }

  private static boolean fitsPattern(Setting setting, String text) {
    return setting.pattern().map(pattern -> Pattern.matches(pattern, text)).orElse(true);
  }

  private static Optional<String> matching(Pattern pattern, String text) {
    return Optional.of(text).filter(one -> pattern.matcher(one).matches());
  }

  private static Optional<Object> bool(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
