package dev.patchbay.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator sees when the real process cannot start: one line, and nothing left behind. */
class StartProcessTest {
  private static final String MAIN = Main.class.getName();

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

  @Test
  void should_name_the_version_when_postgresql_is_too_old() throws Exception {
    try (OldPostgres database = OldPostgres.start("13.4")) {
      ProcessBuilder launcher = launcher(freePort(), "--data=" + temp.resolve("data"));
      launcher.environment().put("PATCHBAY_DB_URL", database.url());

      assertRefused(launcher.start(), "is PostgreSQL 13.4; 15 or newer is needed");
    }
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void should_leave_the_database_alone_when_it_is_damaged() throws Exception {
    Path data = temp.resolve("data");
    DataFolder.open(data).close();
    Files.writeString(data.resolve("patchbay.mv.db"), "no database ".repeat(2_000));
    Files.writeString(temp.resolve("data.key"), Base64.getEncoder().encodeToString(new byte[32]));

    assertRefused(start("--data=" + data), "patchbay.mv.db cannot be opened");
    assertThat(data.resolve("patchbay.mv.db")).hasContent("no database ".repeat(2_000));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void should_leave_nothing_when_the_disk_takes_no_more(int kilobytes) throws Exception {
    List<String> command = launcher(freePort(), "--data=" + temp.resolve("data")).command();
    List<String> limited =
        new ArrayList<>(List.of("bash", "-c", "ulimit -f %d; exec \"$@\"".formatted(kilobytes)));
    limited.addAll(List.of("bash", command.get(0), "-XX:-UsePerfData"));
    limited.addAll(command.subList(1, command.size()));

    outputOfRefusal(new ProcessBuilder(limited).start(), "file too large");
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void should_be_readable_for_an_old_java_when_it_is_the_class_that_is_started() throws Exception {
    try (DataInputStream main = new DataInputStream(Main.class.getResourceAsStream("Main.class"))) {
      main.skipNBytes(2 * Short.BYTES + Short.BYTES);

      assertThat(main.readUnsignedShort()).as("class file version of Java 8").isEqualTo(52);
    }
  }

  @Test
  void should_name_the_version_when_java_is_too_old() throws Exception {
    ProcessBuilder launcher = launcher(freePort(), "--data=" + temp.resolve("data"));
    launcher.command().replaceAll(word -> word.equals(MAIN) ? OnOldJava.class.getName() : word);

    assertRefused(launcher.start(), "is Java 1.8; JDK 17 or newer is needed");
    assertThat(temp).isEmptyDirectory();
  }

  private static void assertRefused(Process process, String reason) throws Exception {
    assertThat(outputOfRefusal(process, reason)).isEmpty();
  }

  private static String outputOfRefusal(Process process, String reason) throws Exception {
    String out = read(process.getInputStream().readAllBytes());
    String err = read(process.getErrorStream().readAllBytes());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(err)
        .hasLineCount(1)
        .startsWith("patchbay: ")
        .containsIgnoringCase(reason)
        .doesNotContain("secret-word", "inner");
    assertThat(process.exitValue()).isEqualTo(1);
    return out;
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
    command.add(MAIN);
    command.add("--port=" + port);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("PATCHBAY_"));
    return builder;
  }

  /** Runs what is started on a Java that says it is old. */
  static final class OnOldJava {
    private OnOldJava() {}

    public static void main(String[] arguments) {
      System.setProperty("java.specification.version", "1.8");
      Main.main(arguments);
    }
  }
}
