package dev.patchbay.sandbox.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What of a mail was asked for (RFC 3501, section 6.4.5), as an answer holds it. */
record FetchedItems(StoredMail mail, String items) {
  private static final Pattern ITEM =
      Pattern.compile("BODY(?:\\.PEEK)?\\[([\\w.]*)](?:<(\\d+)\\.(\\d+)>)?|[A-Z][A-Z0-9.]+");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss Z", Locale.ENGLISH);

  byte[] of(int place) {
    String all =
        ITEM.matcher(items.toUpperCase(Locale.ROOT))
            .results()
            .map(found -> item(matcher(found.group())))
            .filter(item -> !item.isEmpty())
            .map(item -> " " + item)
            .collect(Collectors.joining("", "UID " + mail.number(), ""));
    return ("* " + place + " FETCH (" + all + ")\r\n").getBytes(ISO_8859_1);
  }

  private static Matcher matcher(String item) {
    Matcher matcher = ITEM.matcher(item);
    matcher.matches();
    return matcher;
  }

  private String item(Matcher item) {
    return switch (item.group()) {
      case "INTERNALDATE" ->
          "INTERNALDATE \"" + DATE.format(mail.at().atZone(ZoneOffset.UTC)) + "\"";
      case "RFC822.SIZE" -> "RFC822.SIZE " + mail.raw().length();
      case "BODYSTRUCTURE" -> "BODYSTRUCTURE " + structure(mail.part());
      case "FLAGS" -> "FLAGS ()";
      default -> item.group(1) == null ? "" : section(item);
    };
  }

  private String section(Matcher item) {
    String text = text(item.group(1));
    if (item.group(2) == null) {
      return "BODY[" + item.group(1) + "] {" + text.length() + "}\r\n" + text;
    }
    int from = Math.min(Integer.parseInt(item.group(2)), text.length());
    int to = Math.min(from + Integer.parseInt(item.group(3)), text.length());
    String part = text.substring(from, to);
    return "BODY[%s]<%d> {%d}\r\n%s".formatted(item.group(1), from, part.length(), part);
  }

  private String text(String section) {
    if (section.isEmpty()) {
      return mail.raw();
    }
    int end = mail.raw().indexOf("\r\n\r\n");
    if (section.equals("HEADER")) {
      return end < 0 ? mail.raw() : mail.raw().substring(0, end + 4);
    }
    MimePart part = mail.part();
    for (String number : section.split("\\.", -1)) {
      List<MimePart> children = part.children();
      part = children.isEmpty() ? part : children.get(Integer.parseInt(number) - 1);
    }
    return part.body();
  }

  private static String structure(MimePart part) {
    String[] type = part.contentType().split("/", 2);
    String subtype = quoted(type.length > 1 ? type[1] : "plain");
    if (!part.children().isEmpty()) {
      return part.children().stream()
          .map(FetchedItems::structure)
          .collect(Collectors.joining("", "(", " " + subtype + ")"));
    }
    String lines = type[0].equals("text") ? " " + part.body().lines().count() : "";
    return "(%s %s %s NIL NIL %s %d%s NIL %s NIL NIL)"
        .formatted(
            quoted(type[0]),
            subtype,
            parameter("charset", Encodings.parameter(part.header("Content-Type"), "charset")),
            quoted(encoding(part)),
            part.body().length(),
            lines,
            disposition(part));
  }

  private static String encoding(MimePart part) {
    String encoding = part.header("Content-Transfer-Encoding");
    return encoding.isEmpty() ? "7bit" : encoding;
  }

  private static String disposition(MimePart part) {
    return part.filename().isEmpty()
        ? "NIL"
        : "(\"attachment\" " + parameter("filename", part.filename()) + ")";
  }

  private static String parameter(String name, String value) {
    return value.isEmpty() ? "NIL" : "(" + quoted(name) + " " + quoted(value) + ")";
  }

  private static String quoted(String text) {
    boolean plain = text.chars().allMatch(each -> each >= ' ' && each < 127);
    return plain
        ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
        : "\"=?utf-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)) + "?=\"";
  }
}
