package dev.patchbay.host.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.host.problem.StartupRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenMasterKeysTest {
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  @TempDir private Path folder;

  @Test
  void should_read_the_key_when_it_is_in_a_file() throws IOException {
    Path file = Files.writeString(folder.resolve("master.key"), KEY + "\n");

    assertThat(source(Optional.empty(), file).find().orElseThrow().fingerprint())
        .isEqualTo(source(Optional.of(KEY), file).find().orElseThrow().fingerprint());
  }

  @Test
  void should_prefer_the_environment_when_both_are_given() throws IOException {
    Path file = Files.writeString(folder.resolve("master.key"), "not a key");

    assertThat(source(Optional.of(KEY), file).find()).isPresent();
  }

  @Test
  void should_find_nothing_when_the_file_is_absent() {
    assertThat(source(Optional.empty(), folder.resolve("absent")).find()).isEmpty();
  }

  @Test
  void should_name_the_origin_but_not_the_text_when_it_is_no_key() throws IOException {
    Path file = Files.writeString(folder.resolve("master.key"), "c2hvcnQ=");

    assertThatThrownBy(() -> source(Optional.empty(), file).find())
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining(file.toString())
        .hasMessageNotContaining("c2hvcnQ=");
  }

  @Test
  void should_not_show_the_key_when_it_is_printed() {
    assertThat(LocalMasterKey.parse(KEY, "a test").toString()).doesNotContain(KEY);
  }

  @Test
  void should_find_the_new_key_beside_the_old_when_nothing_else_is_said() throws IOException {
    Path file = Files.writeString(folder.resolve("master.key"), KEY);
    String other = "AQEB" + KEY.substring(4);
    Files.writeString(folder.resolve("master.key.new"), other);
    MasterKeySource source = source(Optional.empty(), file);
    String fingerprint = source.findNew().orElseThrow().fingerprint();

    assertThat(fingerprint).isNotEqualTo(source.find().orElseThrow().fingerprint());
    assertThat(source.find(fingerprint)).isPresent();
    assertThat(source.find("another")).isEmpty();
  }

  private static GivenMasterKeys source(Optional<String> text, Path file) {
    return new GivenMasterKeys(
        text, Optional.of(file.toString()), Optional.empty(), Optional.empty());
  }
}
