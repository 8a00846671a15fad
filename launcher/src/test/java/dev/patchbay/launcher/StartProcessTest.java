package dev.patchbay.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees when the real process cannot start: one line, and nothing left behind. */
class StartProcessTest {
  @TempDir Path temp;

  @Test
  void should_refuse_when_the_port_is_in_use() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();

      assertRefused(launcher(port, "--data=" + temp.resolve("data")).start(), "Port " + port);
      assertThat(temp).isEmptyDirectory();
    }
  }

  @Test
  void should_refuse_when_the_data_folder_cannot_be_made() throws Exception {
    Path file = Files.createFile(temp.resolve("file"));

    assertRefused(start("--data=" + file.resolve("data")), file.toString());
    assertThat(temp).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.key");
  }

  @Test
  void should_refuse_when_the_key_over_data_is_missing() throws Exception {
    Path data = temp.resolve("data");
    DataFolder.open(data).close();
    Files.createFile(data.resolve("patchbay.mv.db"));

    assertRefused(start("--data=" + data), "data.key");
    assertThat(temp.resolve("data.key")).doesNotExist();
  }

  @Test
  void should_refuse_when_another_server_holds_the_folder() throws Exception {
    Path data = temp.resolve("data");
    try (DataFolder held = DataFolder.open(data)) {
      assertRefused(start("--data=" + held.path()), "process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void should_leave_nothing_when_the_key_file_has_no_place() throws Exception {
    Path data = temp.resolve("data");

    assertRefused(start("--data=" + data, "--key-file=" + temp.resolve("no/key")), "no/key");
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void should_refuse_when_the_database_does_not_answer() throws Exception {
    ProcessBuilder launcher = launcher(freePort(), "--data=" + temp.resolve("data"));
    launcher.environment().put("PATCHBAY_DB_PASSWORD", "secret-word");
    launcher
        .environment()
        .put("PATCHBAY_DB_URL", "jdbc:postgresql://127.0.0.1:" + freePort() + "/pb?password=inner");

    assertRefused(launcher.start(), "The database jdbc:postgresql://127.0.0.1:");
    assertThat(temp).isEmptyDirectory();
  }

  private static void assertRefused(Process process, String reason) throws Exception {
    String out = read(process.getInputStream().readAllBytes());
    String err = read(process.getErrorStream().readAllBytes());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(err)
        .hasLineCount(1)
        .startsWith("patchbay: ")
        .contains(reason)
        .doesNotContain("secret-word", "inner");
    assertThat(out).isEmpty();
    assertThat(process.exitValue()).isEqualTo(1);
  }

  private static String read(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Process start(String... arguments) throws IOException {
    return launcher(freePort(), arguments).start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }

  private static ProcessBuilder launcher(int port, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Launcher.class.getName());
    command.add("--port=" + port);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("PATCHBAY_"));
    return builder;
  }
}
