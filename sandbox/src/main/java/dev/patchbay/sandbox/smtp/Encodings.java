package dev.patchbay.sandbox.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How mail carries what is not ASCII (RFC 2045, 2047, 2231). */
final class Encodings {
  private static final Pattern WORD = Pattern.compile("=\\?([^?]+)\\?([BbQq])\\?([^?]*)\\?=");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\?=)\\s+(?==\\?)");
  private static final Pattern QUOTED = Pattern.compile("=([0-9A-Fa-f]{2})|=[ \t]*\r\n|([\\s\\S])");

  private Encodings() {}

  static String words(String header) {
    return WORD.matcher(BETWEEN_WORDS.matcher(header).replaceAll(""))
        .replaceAll(word -> Matcher.quoteReplacement(word(word)));
  }

  private static String word(MatchResult word) {
    byte[] bytes =
        word.group(2).equalsIgnoreCase("B")
            ? base64(word.group(3))
            : quotedPrintable(word.group(3).replace('_', ' '));
    return new String(bytes, charset(word.group(1)));
  }

  static byte[] base64(String text) {
    try {
      return Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return text.getBytes(ISO_8859_1);
    }
  }

  static byte[] quotedPrintable(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    QUOTED
        .matcher(text)
        .results()
        .forEach(
            each -> {
              if (each.group(1) != null) {
                bytes.write(Integer.parseInt(each.group(1), 16));
              } else if (each.group(2) != null) {
                bytes.writeBytes(each.group(2).getBytes(ISO_8859_1));
              }
            });
    return bytes.toByteArray();
  }

  static Charset charset(String name) {
    try {
      return name.isEmpty() ? US_ASCII : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return ISO_8859_1;
    }
  }

  /** A parameter of a header such as Content-Type; empty text if it has none of that name. */
  static String parameter(String header, String name) {
    return plain(header, name)
        .or(() -> extended(header, name + "\\*"))
        .orElseGet(() -> continued(header, name));
  }

  private static Optional<String> plain(String header, String name) {
    Matcher found =
        Pattern.compile("(?i);\\s*" + name + "=(?:\"([^\"]*)\"|([^;\\s]*))").matcher(header);
    return found.find()
        ? Optional.of(found.group(1) == null ? found.group(2) : found.group(1))
        : Optional.empty();
  }

  private static Optional<String> extended(String header, String name) {
    return plain(header, name).map(Encodings::unescaped);
  }

  private static String continued(String header, String name) {
    String all =
        Pattern.compile("(?i);\\s*" + name + "\\*\\d+\\*?=(?:\"([^\"]*)\"|([^;\\s]*))")
            .matcher(header)
            .results()
            .map(each -> each.group(1) == null ? each.group(2) : each.group(1))
            .collect(Collectors.joining());
    return unescaped(all);
  }

  private static String unescaped(String text) {
    String value = text.replaceFirst("^[^']*'[^']*'", "");
    return URLDecoder.decode(value.replace("+", "%2B"), UTF_8);
  }
}
