package dev.patchbay.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/**
 * Looks for secrets where none may be, in every spelling that software gives them by the way: as
 * they are, in base64 at each of its three alignments, in hex, for URLs, in JSON, in UTF-16.
 */
final class CanaryScan {
  private final Map<String, String> spellings = new LinkedHashMap<>();
  private final List<String> hits = new ArrayList<>();
  private long bytes;

  /** Has a secret looked for. */
  CanaryScan add(String name, String secret) {
    return add(name, secret.getBytes(UTF_8))
        .spelled(name, "UTF-16BE", latin(secret.getBytes(UTF_16BE)))
        .spelled(name, "UTF-16LE", latin(secret.getBytes(UTF_16LE)))
        .spelled(name, "form", URLEncoder.encode(secret, UTF_8))
        .spelled(name, "URL", URLEncoder.encode(secret, UTF_8).replace("+", "%20"))
        .spelled(name, "JSON", latin(inJson(secret).getBytes(UTF_8)));
  }

  /** Has bytes looked for. */
  CanaryScan add(String name, byte[] secret) {
    if (secret.length < 12) {
      throw new IllegalArgumentException(name + " is too short to be told from chance");
    }
    String hex = HexFormat.of().formatHex(secret);
    String percent = "%" + HexFormat.ofDelimiter("%").formatHex(secret);
    spelled(name, "raw", latin(secret)).spelled(name, "hex", hex);
    spelled(name, "HEX", hex.toUpperCase(Locale.ROOT));
    spelled(name, "percent", percent);
    spelled(name, "PERCENT", percent.toUpperCase(Locale.ROOT));
    for (int shift = 0; shift < 3; shift++) {
      String inside = base64(secret, shift);
      spelled(name, "base64+" + shift, inside);
      spelled(name, "base64url+" + shift, inside.replace('+', '-').replace('/', '_'));
    }
    return this;
  }

  /** The part of its base64 that does not depend on what stands before and after. */
  private static String base64(byte[] secret, int shift) {
    byte[] shifted = new byte[shift + secret.length];
    System.arraycopy(secret, 0, shifted, shift, secret.length);
    String all = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int start = shift == 0 ? 0 : shift + 1;
    return all.substring(start, shifted.length % 3 == 0 ? all.length() : all.length() - 1);
  }

  private static String inJson(String secret) {
    String text = RestClient.write(secret);
    return text.substring(1, text.length() - 1);
  }

  private static String latin(byte[] content) {
    return new String(content, ISO_8859_1);
  }

  private CanaryScan spelled(String name, String spelling, String text) {
    spellings.putIfAbsent(text, name + " (" + spelling + ")");
    return this;
  }

  /** How many secrets are looked for. */
  long secrets() {
    return spellings.values().stream()
        .map(text -> text.replaceFirst(" \\(.*", ""))
        .distinct()
        .count();
  }

  /** How many secrets in how many spellings, over how much. */
  String reach() {
    return "%d secrets in %d spellings over %,d bytes: %d hits"
        .formatted(secrets(), spellings.size(), bytes, hits.size());
  }

  List<String> hits() {
    return hits;
  }

  void text(String where, String content) {
    content(where, content.getBytes(UTF_8));
  }

  void content(String where, byte[] content) {
    bytes += content.length;
    String text = latin(content);
    spellings.forEach(
        (spelling, name) -> {
          if (text.contains(spelling)) {
            hits.add(name + " in " + where);
          }
        });
  }

  /** Every file of a folder, and every entry of every zip. */
  void files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] content = Files.readAllBytes(file);
        content(folder.relativize(file).toString(), content);
        if (file.toString().endsWith(".zip")) {
          entries(file, content);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void entries(Path file, byte[] zip) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        content(file.getFileName() + "!" + entry.getName(), in.readAllBytes());
      }
    }
  }

  /** Every value of every row of every table, as a dump has them. */
  void tables(Connection database) throws SQLException {
    for (String table : names(database)) {
      try (Statement statement = database.createStatement();
          ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
        while (rows.next()) {
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            String where = table + "." + rows.getMetaData().getColumnName(i);
            byte[] value =
                rows.getObject(i) instanceof byte[] binary
                    ? binary
                    : String.valueOf(rows.getString(i)).getBytes(UTF_8);
            content(where, value);
          }
        }
      }
    }
  }

  private static List<String> names(Connection database) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet tables =
        database
            .getMetaData()
            .getTables(null, database.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME"));
      }
    }
    return names;
  }

  @Override
  public String toString() {
    return reach() + " " + Arrays.toString(hits.toArray());
  }
}
