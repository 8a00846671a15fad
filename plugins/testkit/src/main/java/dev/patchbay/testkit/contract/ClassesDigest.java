package dev.patchbay.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells one build's classes from another's: SHA-256 over all class files in the order of their
 * names, of each its name, a line feed, and the SHA-256 of its bytes in lower-case hexadecimal with
 * another line feed. Names are paths with slashes, in UTF-8.
 */
final class ClassesDigest {

  private ClassesDigest() {}

  static String of(Path classes) throws IOException {
    var all = sha256();
    try (var files = Files.walk(classes)) {
      var names =
          files
              .filter(file -> file.toString().endsWith(".class"))
              .map(file -> classes.relativize(file).toString().replace('\\', '/'))
              .sorted()
              .toList();
      for (var name : names) {
        all.update((name + "\n").getBytes(UTF_8));
        all.update((hex(Files.readAllBytes(classes.resolve(name))) + "\n").getBytes(UTF_8));
      }
    }
    return HexFormat.of().formatHex(all.digest());
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
