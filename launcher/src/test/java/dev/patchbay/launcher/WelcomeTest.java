package dev.patchbay.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeTest {
  @TempDir Path temp;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void should_keep_the_file_and_show_its_place_when_nobody_looks_on() throws IOException {
    try (DataFolder folder = DataFolder.open(temp)) {
      Path file = write(folder, "{\"username\":\"admin\",\"password\":\"one-time\"}");

      welcome(folder);

      assertThat(out.toString(UTF_8)).contains(file.toString()).doesNotContain("one-time");
      assertThat(file).exists();
    }
  }

  @Test
  void should_not_name_a_file_when_it_was_shown_before() {
    try (DataFolder folder = DataFolder.open(temp)) {
      welcome(folder);

      assertThat(out.toString(UTF_8)).contains("were shown at the first start");
    }
  }

  @Test
  void should_name_the_file_only_when_it_is_broken() throws IOException {
    try (DataFolder folder = DataFolder.open(temp)) {
      Path file = write(folder, "{\"password\":\"one-time");

      assertThatThrownBy(() -> welcome(folder))
          .isInstanceOf(StartupProblem.class)
          .hasMessageContaining(file.toString())
          .hasMessageNotContaining("one-time");
    }
  }

  @Test
  void should_forget_the_file_when_it_was_shown() throws IOException {
    try (DataFolder folder = DataFolder.open(temp)) {
      Path file = write(folder, "{\"username\":\"admin\"}");

      FirstSignIn.in(file).orElseThrow().forget();

      assertThat(file).doesNotExist();
    }
  }

  private static Path write(DataFolder folder, String json) throws IOException {
    return Files.writeString(folder.firstSignIn(), json);
  }

  private void welcome(DataFolder folder) {
    Settings settings =
        new Settings(
            false,
            9000,
            "127.0.0.1",
            folder.path(),
            temp.resolve("key"),
            List.of(),
            URI.create("http://127.0.0.1:9000"),
            ProxyAddress.none(),
            FrontProxies.none());
    new Welcome(settings, folder, Optional.empty())
        .say(new PrintStream(out, true, UTF_8), Duration.ofSeconds(9));
  }
}
