package dev.patchbay.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A scan that finds nothing proves something only if it finds what is there. */
class CanaryScanTest {
  private static final String SECRET = "c4n&ry/\"s=cret+ü";

  @TempDir Path folder;

  static Stream<Function<String, byte[]>> leaks() {
    return Stream.of(
        secret -> ("token " + secret + ".").getBytes(UTF_8),
        secret -> base64(Base64.getEncoder(), secret),
        secret -> base64(Base64.getEncoder(), "x" + secret + "yz"),
        secret -> base64(Base64.getEncoder(), "xy" + secret + "y"),
        secret -> base64(Base64.getEncoder(), "xyz" + secret + "yzab"),
        secret -> base64(Base64.getUrlEncoder(), "client:" + secret),
        secret -> base64(Base64.getUrlEncoder().withoutPadding(), "clients:" + secret + "z"),
        secret -> HexFormat.of().formatHex(secret.getBytes(UTF_8)).getBytes(UTF_8),
        secret -> HexFormat.of().withUpperCase().formatHex(secret.getBytes(UTF_8)).getBytes(UTF_8),
        secret -> ("?t=" + URLEncoder.encode(secret, UTF_8)).getBytes(UTF_8),
        secret ->
            ("%" + HexFormat.ofDelimiter("%").formatHex(secret.getBytes(UTF_8))).getBytes(UTF_8),
        secret -> ("{\"a\":" + RestClient.write(secret) + "}").getBytes(UTF_8),
        secret -> secret.getBytes(UTF_16BE),
        secret -> secret.getBytes(UTF_16LE));
  }

  private static byte[] base64(Base64.Encoder encoder, String text) {
    return encoder.encode(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @MethodSource("leaks")
  void should_find_a_secret_in_any_spelling(Function<String, byte[]> leak) {
    CanaryScan scan = new CanaryScan().add("planted", SECRET).add("absent", "another-secret-text");

    scan.content(
        "a place",
        ("before" + new String(leak.apply(SECRET), ISO_8859_1) + "after").getBytes(ISO_8859_1));

    assertThat(scan.hits()).isNotEmpty().allMatch(hit -> hit.matches("planted .* in a place"));
  }

  @Test
  void should_find_a_secret_in_a_file_and_in_a_zip() throws Exception {
    Files.createDirectories(folder.resolve("logs"));
    Files.writeString(folder.resolve("logs/server.log"), "refused " + SECRET + "\n");
    try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("backup.zip")))) {
      zip.putNextEntry(new ZipEntry("patchbay.mv.db"));
      zip.write(SECRET.getBytes(UTF_8));
    }
    CanaryScan scan = new CanaryScan().add("planted", SECRET);

    scan.files(folder);

    assertThat(scan.hits())
        .containsExactlyInAnyOrder(
            "planted (raw) in logs/server.log", "planted (raw) in backup.zip!patchbay.mv.db");
  }

  @Test
  void should_find_a_secret_in_a_table_whatever_its_column_is() throws Exception {
    CanaryScan scan = new CanaryScan().add("planted", SECRET);
    try (var database = DriverManager.getConnection("jdbc:h2:mem:canary");
        var statement = database.createStatement()) {
      statement.execute("create table leak (id int, text varchar, bin varbinary(100))");
      try (var insert = database.prepareStatement("insert into leak values (1, ?, ?)")) {
        insert.setString(1, "a" + SECRET);
        insert.setBytes(2, ("b" + SECRET).getBytes(UTF_8));
        insert.execute();
      }
      scan.tables(database);
    }

    assertThat(scan.hits())
        .isEqualTo(List.of("planted (raw) in LEAK.TEXT", "planted (raw) in LEAK.BIN"));
  }

  @Test
  void should_find_nothing_when_nothing_is_there() {
    CanaryScan scan = new CanaryScan().add("absent", SECRET);

    scan.text("a place", "c4n&ry/ s=cret and everything else");

    assertThat(scan.hits()).isEmpty();
  }
}
