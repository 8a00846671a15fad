package dev.patchbay.host.integration;

import dev.patchbay.api.setting.Setting;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one filled-in text as the kind that its setting declares. */
final class SettingValue {
  private static final int LONGEST = 4_000;
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");
  private static final Pattern HOST =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

  private SettingValue() {}

  /** Returns the value, or nothing if the text is not of that kind. */
  static Optional<Object> of(Setting setting, String text) {
    if (text.length() > LONGEST || !fitsPattern(setting, text)) {
      return Optional.empty();
    }
    return switch (setting.kind()) {
      case TEXT, SECRET -> Optional.of(text);
      case INTEGER -> matching(INTEGER, text).map(Integer::valueOf);
      case BOOLEAN -> bool(text);
      case CHOICE -> Optional.<Object>of(text).filter(setting.choices()::contains);
      case HOST -> matching(HOST, text.toLowerCase(Locale.ROOT)).map(Object.class::cast);
    };
  }

  /** Says what would have been right. */
  static String expectation(Setting setting) {
    return switch (setting.kind()) {
      case TEXT, SECRET ->
          "must be a text of at most "
              + LONGEST
              + " characters"
              + setting.pattern().map(pattern -> " that matches " + pattern).orElse("");
      case INTEGER -> "must be a whole number";
      case BOOLEAN -> "must be true or false";
      case CHOICE -> "must be one of " + setting.choices();
      case HOST -> "must be the name of a host such as mail.example.org, without scheme or port";
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
