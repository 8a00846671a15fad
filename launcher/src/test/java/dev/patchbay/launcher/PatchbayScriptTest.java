package dev.patchbay.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The patchbay script, with a Java of our own making in place of the real one. */
class PatchbayScriptTest {
  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void install() throws IOException {
    root = Files.createDirectory(temp.resolve("clone of it"));
    Path script = Path.of(System.getProperty("repository.root"), "patchbay");
    Files.copy(script, root.resolve("patchbay"));
    executable(root.resolve("patchbay"));
    Path distribution = Files.createDirectories(root.resolve("launcher/target/patchbay"));
    Path stamp = Files.createFile(distribution.resolve("build.properties"));
    Files.setLastModifiedTime(stamp, FileTime.from(Instant.EPOCH));
  }

  @Test
  void should_start_again_when_the_server_asks_for_it() throws Exception {
    java("17.0.1", "echo \"run $*\"; [ -e again ] && exit 3; touch again; exit 75");

    Process process = start(temp, "--port", "9000");

    assertThat(out(process))
        .containsSubsequence("run ", "--port 9000", "starts again", "run ", "--port 9000");
    assertThat(process.waitFor()).isEqualTo(3);
  }

  @Test
  void should_pass_options_to_java_when_the_environment_has_some() throws Exception {
    java("21", "echo \"$*\"");

    assertThat(out(start(temp)))
        .startsWith("@")
        .contains("clone of it/launcher/target/patchbay/java.options -Xmx900m -Da=b -jar ")
        .contains("clone of it/launcher/target/patchbay/patchbay.jar");
  }

  @Test
  void should_stop_the_server_and_end_well_when_told_to_stop() throws Exception {
    java(
        "17.0.1",
        "trap 'echo stopping; exit 143' TERM; echo up; while :; do read -t 0.1 <> p; done");
    Process process = start(temp);
    assertThat(process.inputReader().readLine()).isEqualTo("up");

    process.toHandle().destroy();

    assertThat(process.inputReader().readLine()).isEqualTo("stopping");
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void should_build_when_a_source_is_newer() throws Exception {
    java("17.0.1", "echo run");
    tool("mvn", "echo \"mvn $*\"");
    Files.createFile(root.resolve("pom.xml"));

    assertThat(out(start(temp)))
        .containsSubsequence("some minutes", "mvn -q -B -DskipTests package", "run");
  }

  @Test
  void should_not_build_when_only_the_data_folder_in_the_clone_is_newer() throws Exception {
    java("17.0.1", "echo run");
    tool("mvn", "echo built");
    Path unpacked = root.resolve("patchbay-data/work/payara/applications/host/META-INF/maven");
    Files.createFile(Files.createDirectories(unpacked).resolve("pom.xml"));

    assertThat(out(start(temp))).contains("run").doesNotContain("built");
  }

  @Test
  void should_not_want_maven_when_it_runs_from_an_unpacked_release() throws Exception {
    java("17.0.1", "echo \"$*\"");
    tool("mvn", "echo built");
    Files.createFile(root.resolve("patchbay.jar"));
    Files.createFile(root.resolve("pom.xml"));

    assertThat(out(start(temp))).contains("clone of it/patchbay.jar").doesNotContain("built");
  }

  @Test
  void should_name_the_version_when_java_is_too_old() throws Exception {
    java("11.0.2", "echo run");

    Process process = start(temp);

    assertThat(err(process)).hasLineCount(1).contains("Java 11").contains("17");
    assertThat(process.waitFor()).isEqualTo(1);
  }

  private Process start(Path folder, String... arguments) throws IOException {
    String[] command = new String[arguments.length + 1];
    command[0] = root.resolve("patchbay").toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "JAVA_HOME",
                temp.resolve("jdk").toString(),
                "PATCHBAY_JAVA_OPTS",
                "-Xmx900m -Da=b",
                "PATH",
                temp.resolve("jdk/bin") + ":" + System.getenv("PATH")));
    return builder.start();
  }

  private void java(String version, String behaviour) throws IOException {
    tool(
        "java",
        "if [ \"$1\" = -version ]; then echo 'openjdk version \"%s\"' >&2; exit; fi; %s"
            .formatted(version, behaviour));
  }

  private void tool(String name, String behaviour) throws IOException {
    Path tool = Files.createDirectories(temp.resolve("jdk/bin")).resolve(name);
    Files.writeString(tool, "#!/bin/bash\n" + behaviour + "\n");
    executable(tool);
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String out(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String err(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
