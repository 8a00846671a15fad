package dev.patchbay.sandbox.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mail or a part of one, read only as far as people and tests want to see it (RFC 2045, 2046).
 *
 * @param headers by name, whatever its letters' case; unfolded, encoded words decoded
 */
record MimePart(Map<String, String> headers, String body) {
  static MimePart of(String raw) {
    String[] halves = raw.startsWith("\r\n") ? new String[] {"", raw} : raw.split("\r\n\r\n", 2);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : halves[0].replaceAll("\r\n[ \t]+", " ").split("\r\n", -1)) {
      String[] header = line.split(": ?", 2);
      if (header.length == 2) {
        headers.putIfAbsent(header[0], Encodings.words(header[1].strip()));
      }
    }
    return new MimePart(headers, halves.length < 2 ? "" : halves[1]);
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  String contentType() {
    return header("Content-Type").isEmpty()
        ? "text/plain"
        : header("Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  boolean isText() {
    return contentType().startsWith("text/") && filename().isEmpty();
  }

  String filename() {
    return Encodings.parameter(header("Content-Disposition"), "filename");
  }

  /** The texts and files, however deep they are. */
  List<MimePart> leaves() {
    return children().isEmpty()
        ? List.of(this)
        : children().stream().flatMap(part -> part.leaves().stream()).toList();
  }

  /** What it is directly made of; nothing of a text or a file. */
  List<MimePart> children() {
    String boundary = Encodings.parameter(header("Content-Type"), "boundary");
    return contentType().startsWith("multipart/") && !boundary.isEmpty()
        ? sections("\r\n" + body, "\r\n--" + boundary).toList()
        : List.of();
  }

  private static Stream<MimePart> sections(String body, String delimiter) {
    String quoted = Pattern.quote(delimiter);
    return Arrays.stream(body.split(quoted + "(?=--|[ \t]*\r\n)", -1))
        .skip(1)
        .takeWhile(section -> !section.startsWith("--"))
        .map(section -> section.replaceFirst("^[ \t]*\r\n", ""))
        .map(MimePart::of);
  }

  byte[] content() {
    return switch (header("Content-Transfer-Encoding").toLowerCase(Locale.ROOT)) {
      case "base64" -> Encodings.base64(body);
      case "quoted-printable" -> Encodings.quotedPrintable(body);
      default -> body.getBytes(ISO_8859_1);
    };
  }

  String text() {
    String charset = Encodings.parameter(header("Content-Type"), "charset");
    return new String(content(), Encodings.charset(charset));
  }

  ObjectNode summary() {
    ObjectNode summary =
        Json.object().put("contentType", contentType()).put("size", content().length);
    return isText() ? summary.put("text", text()) : summary.put("name", filename());
  }
}
