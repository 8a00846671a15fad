package dev.patchbay.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFileTest {
  /** What the host's first version wrote; its own test holds the same line. */
  private static final String FIRST =
      "{\"chain\":\"ten_1\",\"sequence\":1,\"at\":\"2026-03-29T00:30:00.123456Z\","
          + "\"actor\":{\"kind\":\"user\",\"id\":\"usr_1\",\"name\":\"ada\"},"
          + "\"action\":\"user.created\",\"outcome\":\"done\",\"target\":\"usr_2\","
          + "\"detail\":{\"roles\":\"[\\\"viewer\\\"]\"},\"correlation\":\"c0ffee00\",\"previous\":\""
          + "0".repeat(64)
          + "\",\"hash\":\"df51b76afb461801eb121ab571762e458161b3d5a015cba03cfc115615737fb5\"}";

  @TempDir Path folder;

  @Test
  void should_accept_what_the_host_wrote() throws Exception {
    assertThat(AuditFile.verified(file(List.of(FIRST))).head())
        .isEqualTo("1:df51b76afb461801eb121ab571762e458161b3d5a015cba03cfc115615737fb5");
  }

  @Test
  void should_name_the_event_when_one_was_changed_removed_or_moved() throws Exception {
    List<String> lines = chain(6);
    assertThat(AuditFile.verified(file(lines)).events()).isEqualTo(6);

    List<String> changed = new ArrayList<>(lines);
    changed.set(3, lines.get(3).replace("int_4", "int_9"));
    assertBroken(changed, "Event 4 ", "was changed");

    List<String> removed = new ArrayList<>(lines);
    removed.remove(3);
    assertBroken(removed, "Event 4 ", "is missing");

    List<String> moved = new ArrayList<>(lines);
    moved.set(3, lines.get(4));
    moved.set(4, lines.get(3));
    assertBroken(moved, "Event 4 ", "out of order");

    List<String> rewritten = new ArrayList<>(lines);
    rewritten.set(3, line(4, "int_9", previousOf(lines, 3)));
    assertBroken(rewritten, "Event 5 ", "does not follow");

    List<String> foreign = new ArrayList<>(lines);
    foreign.set(5, "something else");
    assertBroken(foreign, "Event 6 ", "is no line of an exported audit");
  }

  @Test
  void should_find_a_shortened_file_when_the_head_is_known() throws Exception {
    List<String> lines = chain(3);
    Path file = file(lines);
    String head = AuditFile.verified(file).head();
    Files.write(file, lines.subList(0, 2));
    var said = new ByteArrayOutputStream();

    assertThat(run(said, "verify-audit", file.toString(), "--head", head)).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("and not with " + head);
    Files.write(file, lines);
    assertThat(run(said, "verify-audit", file.toString(), "--head", head)).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("is intact: 3 events");
  }

  private static int run(ByteArrayOutputStream said, String... arguments) {
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new Launcher(Map.of(), out, out).run(arguments);
  }

  private void assertBroken(List<String> lines, String... words) throws IOException {
    Path file = file(lines);
    assertThatThrownBy(() -> AuditFile.verified(file))
        .isInstanceOf(StartupProblem.class)
        .message()
        .contains(words);
  }

  private Path file(List<String> lines) throws IOException {
    return Files.write(folder.resolve("audit.jsonl"), lines);
  }

  private static List<String> chain(int events) throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= events; i++) {
      lines.add(line(i, "int_" + i, previousOf(lines, i - 1)));
    }
    return lines;
  }

  private static String previousOf(List<String> lines, int index) {
    if (index == 0) {
      return "0".repeat(64);
    }
    String before = lines.get(index - 1);
    return before.substring(before.length() - 66, before.length() - 2);
  }

  private static String line(int sequence, String target, String previous) throws Exception {
    String text =
        "{\"chain\":\"ten_1\",\"sequence\":%d,\"target\":\"%s\",\"previous\":\"%s\""
            .formatted(sequence, target, previous);
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return text + ",\"hash\":\"" + HexFormat.of().formatHex(hash) + "\"}";
  }
}
