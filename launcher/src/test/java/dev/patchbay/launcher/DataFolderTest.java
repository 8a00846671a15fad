package dev.patchbay.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path temp;

  @Test
  void should_make_the_folder_for_its_owner_only_when_it_is_missing() throws IOException {
    Path path = temp.resolve("a/b");

    try (DataFolder folder = DataFolder.open(path)) {
      assertThat(permissions(path)).isEqualTo("rwx------");
      assertThat(folder.holdsDatabase()).isFalse();
    }
  }

  @Test
  void should_close_an_empty_folder_to_others_when_it_was_open() throws IOException {
    Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));

    DataFolder.open(temp).close();

    assertThat(permissions(temp)).isEqualTo("rwx------");
  }

  @Test
  void should_leave_a_folder_alone_when_it_holds_other_files() throws IOException {
    Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createFile(temp.resolve("letter.txt"));

    assertThatThrownBy(() -> DataFolder.open(temp))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining(temp.toString());
    assertThat(permissions(temp)).isEqualTo("rwxr-xr-x");
    assertThat(temp.resolve("patchbay.lock")).doesNotExist();
  }

  @Test
  void should_open_again_when_it_was_patchbays_before() throws IOException {
    DataFolder.open(temp).close();
    Files.createFile(temp.resolve("patchbay.mv.db"));

    try (DataFolder folder = DataFolder.open(temp)) {
      assertThat(folder.holdsDatabase()).isTrue();
    }
  }

  @Test
  void should_name_the_holder_when_another_server_uses_the_folder() {
    try (DataFolder held = DataFolder.open(temp)) {
      assertThatThrownBy(() -> DataFolder.open(temp))
          .isInstanceOf(StartupProblem.class)
          .hasMessageContaining(held.path().toString())
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void should_stay_taken_when_nobody_refers_to_it_any_more() {
    DataFolder.open(temp).path();

    for (int round = 0; round < 5; round++) {
      System.gc();
      assertThat(FolderLock.ifFree(temp)).as("round %d", round).isEmpty();
    }
  }

  @Test
  void should_say_why_when_the_folder_cannot_be_made() throws IOException {
    Path file = Files.createFile(temp.resolve("file"));

    assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining("not a directory");
  }

  @Test
  void should_vanish_when_a_failed_start_had_made_it() {
    DataFolder folder = DataFolder.open(temp.resolve("new"));

    folder.abandon();

    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void should_stay_when_a_failed_start_had_found_it() throws IOException {
    DataFolder.open(temp).close();
    Path database = Files.createFile(temp.resolve("patchbay.mv.db"));

    DataFolder.open(temp).abandon();

    assertThat(database).exists();
  }

  @Test
  void should_remove_what_an_earlier_server_left_when_work_begins() throws IOException {
    try (DataFolder folder = DataFolder.open(temp)) {
      Path left = Files.createFile(folder.freshWork().resolve("left"));

      assertThat(folder.freshWork()).isEmptyDirectory();
      assertThat(left).doesNotExist();
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
