package dev.patchbay.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {
  private static final Map<String, String> POSTGRESQL =
      Map.of("PATCHBAY_DB_URL", "jdbc:postgresql://db.example.com/patchbay");

  @TempDir Path temp;
  private Path file;
  private DataFolder folder;

  @BeforeEach
  void open() {
    file = temp.resolve("data.key");
    folder = DataFolder.open(temp.resolve("data"));
  }

  @AfterEach
  void close() {
    folder.close();
  }

  @Test
  void should_be_made_for_its_owner_only_when_there_is_no_database_yet() throws IOException {
    MasterKey key = key(Map.of());

    key.check(h2(), folder);
    key.createIfAbsent();

    assertThat(Base64.getDecoder().decode(Files.readString(file).strip())).hasSize(32);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void should_differ_when_made_twice() throws IOException {
    key(Map.of()).createIfAbsent();
    String first = Files.readString(file);
    Files.delete(file);

    key(Map.of()).createIfAbsent();

    assertThat(Files.readString(file)).isNotEqualTo(first);
  }

  @Test
  void should_be_made_when_a_start_was_killed_while_it_made_one() throws IOException {
    Files.writeString(temp.resolve("data.key.part"), "half of a k");

    key(Map.of()).createIfAbsent();

    assertThat(Base64.getDecoder().decode(Files.readString(file).strip())).hasSize(32);
    assertThat(temp.resolve("data.key.part")).doesNotExist();
  }

  @Test
  void should_vanish_when_the_start_that_made_it_fails() {
    MasterKey key = key(Map.of());
    key.createIfAbsent();

    key.abandon();

    assertThat(file).doesNotExist();
  }

  @Test
  void should_outlive_a_start_that_fails_when_it_was_there_before() throws IOException {
    Files.writeString(file, base64(32));
    MasterKey key = key(Map.of());
    key.createIfAbsent();

    key.abandon();

    assertThat(file).hasContent(base64(32));
  }

  @Test
  void should_stay_as_it_is_when_the_file_exists() throws IOException {
    Files.writeString(file, base64(32));
    MasterKey key = key(Map.of());

    key.check(h2(), folder);
    key.createIfAbsent();

    assertThat(file).hasContent(base64(32));
  }

  @Test
  void should_not_be_made_when_the_environment_holds_the_key() {
    MasterKey key = key(Map.of("PATCHBAY_KEY", base64(32)));

    key.check(h2(), folder);
    key.createIfAbsent();

    assertThat(file).doesNotExist();
  }

  @Test
  void should_be_refused_when_missing_over_an_existing_database() throws IOException {
    Files.createFile(folder.path().resolve("patchbay.mv.db"));
    MasterKey key = key(Map.of());

    assertThatThrownBy(() -> key.check(h2(), folder))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("--key-file");
    assertThat(file).doesNotExist();
  }

  @Test
  void should_be_refused_when_missing_for_postgresql() {
    MasterKey key = key(POSTGRESQL);

    assertThatThrownBy(() -> key.check(Database.of(POSTGRESQL, temp), folder))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining("PATCHBAY_KEY");
  }

  @Test
  void should_serve_postgresql_when_given() throws IOException {
    Files.writeString(file, base64(32));
    MasterKey key = key(POSTGRESQL);

    assertThatCode(() -> key.check(Database.of(POSTGRESQL, temp), folder))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no base64!", "c2hvcnQ="})
  void should_be_refused_when_the_file_holds_no_key(String text) throws IOException {
    Files.writeString(file, text);
    MasterKey key = key(Map.of());

    assertThatThrownBy(() -> key.check(h2(), folder))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void should_not_be_repeated_in_the_refusal_when_the_environment_holds_no_key() {
    assertThatThrownBy(() -> key(Map.of("PATCHBAY_KEY", base64(31))))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining("PATCHBAY_KEY")
        .hasMessageNotContaining(base64(31));
  }

  @Test
  void should_say_why_when_the_file_cannot_be_made() {
    MasterKey key = new MasterKey(temp.resolve("no/such/folder.key"), Map.of());

    assertThatThrownBy(key::createIfAbsent)
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining("folder does not exist");
  }

  private MasterKey key(Map<String, String> environment) {
    return new MasterKey(file, environment);
  }

  private Database h2() {
    return Database.of(Map.of(), folder.path());
  }

  private static String base64(int length) {
    return Base64.getEncoder().encodeToString(new byte[length]);
  }
}
