package dev.patchbay.host.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Tells one build's classes from another's, as the testkit does: SHA-256 over all class files in
 * the order of their names, of each its name, a line feed, and the SHA-256 of its bytes in
 * lower-case hexadecimal with another line feed.
 */
final class ClassesDigest {

  private ClassesDigest() {}

  static String of(JarFile jar) throws IOException {
    var all = sha256();
    var names =
        jar.stream()
            .map(ZipEntry::getName)
            .filter(name -> name.endsWith(".class"))
            .sorted()
            .toList();
    for (var name : names) {
      update(all, name);
      update(all, hex(jar, name));
    }
    return HexFormat.of().formatHex(all.digest());
  }

  private static void update(MessageDigest digest, String line) {
    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String hex(JarFile jar, String name) throws IOException {
    try (var in = jar.getInputStream(jar.getEntry(name))) {
      return HexFormat.of().formatHex(sha256().digest(in.readAllBytes()));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
