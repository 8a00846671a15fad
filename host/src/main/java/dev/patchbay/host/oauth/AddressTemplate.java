package dev.patchbay.host.oauth;

import dev.patchbay.api.error.Rejected;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills an integration's settings into the path of an address. A value is one segment in the
 * plainest letters, so that it can never become another path, a query or a host: the address is
 * where the client secret goes.
 */
final class AddressTemplate {
  private static final Pattern NAME = Pattern.compile("(?:\\{|%7B)([A-Za-z0-9]+)(?:\\}|%7D)");
  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private AddressTemplate() {}

  /**
   * @throws Rejected if a value is missing or no segment; names the setting
   */
  static String fill(String template, Map<String, String> values) {
    return NAME.matcher(template)
        .replaceAll(found -> Matcher.quoteReplacement(segment(found.group(1), values)));
  }

  private static String segment(String name, Map<String, String> values) {
    return Optional.ofNullable(values.get(name))
        .filter(value -> SEGMENT.matcher(value).matches())
        .orElseThrow(
            () ->
                new Rejected(
                    "The setting \""
                        + name
                        + "\" of the integration must be letters, digits, dots, dashes:"
                        + " it becomes a part of the service's address"));
  }
}
