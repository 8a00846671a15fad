package dev.patchbay.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exported audit, checked without a server and without any key: each line's hash is that of its
 * text up to the hash, and each line holds the hash of the one before.
 */
final class AuditFile {
  private static final Pattern LINE =
      Pattern.compile(
          "(\\{\"chain\":\"([^\"]+)\",\"sequence\":(\\d{1,18}),.*\"previous\":\"([0-9a-f]{64})\")"
              + ",\"hash\":\"([0-9a-f]{64})\"}");

  private final Path file;
  private String chain = "";
  private long sequence;
  private String hash = "0".repeat(64);

  private AuditFile(Path file) {
    this.file = file;
  }

  /** Reads the file to its end, or to the first line that is not as it was written. */
  static AuditFile verified(Path file) {
    AuditFile audit = new AuditFile(file);
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        audit.follow(line);
      }
    } catch (IOException e) {
      throw new StartupProblem("Cannot read %s (%s).".formatted(file, FileProblem.of(e)), e);
    }
    return audit;
  }

  String chain() {
    return chain;
  }

  long events() {
    return sequence;
  }

  /** Returns the last event's number and hash, as {@code 17:5f3a…}. */
  String head() {
    return sequence + ":" + hash;
  }

  private void follow(String line) {
    Matcher parts = LINE.matcher(line);
    require(parts.matches(), "is no line of an exported audit");
    require(sequence == 0 || parts.group(2).equals(chain), "belongs to another chain");
    require(Long.parseLong(parts.group(3)) == sequence + 1, "is missing or out of order");
    require(hashOf(parts.group(1)).equals(parts.group(5)), "was changed");
    require(parts.group(4).equals(hash), "does not follow the one before it");
    chain = parts.group(2);
    sequence++;
    hash = parts.group(5);
  }

  private void require(boolean sound, String complaint) {
    if (!sound) {
      throw new StartupProblem(
          "Event %d in %s %s; the %d before it are sound."
              .formatted(sequence + 1, file, complaint, sequence));
    }
  }

  private static String hashOf(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JDK has no SHA-256", e);
    }
  }
}
