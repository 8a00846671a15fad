package dev.patchbay.smtp.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Sets of mails that travel in a cursor. */
class UidSetTest {

  @RepeatedTest(50)
  void should_be_the_same_when_it_was_packed(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var set =
        UidSet.of(
            random
                .longs(random.nextInt(2_000), 1, random.nextBoolean() ? 3_000 : 1L << 32)
                .distinct());

    assertThat(UidSet.unpacked(set.packed()).stream().toArray()).isEqualTo(set.stream().toArray());
  }

  @Test
  void should_be_written_as_ranges() {
    assertThat(UidSet.of(LongStream.of(3, 1, 2, 7, 9, 10)).sequence()).isEqualTo("1:3,7,9:10");
  }

  @Test
  void should_keep_the_newest_when_a_cursor_has_no_room_for_all() {
    var many = UidSet.of(new Random(1).longs(200_000, 1, 1L << 32).distinct());
    var now = new FolderState(7, 1L << 32, many.size());

    var cursor = FolderCursor.of(FolderCursor.start(now, many).cursor());

    assertThat(cursor.known().size()).isBetween(1, many.size() - 1);
    assertThat(cursor.floor()).isEqualTo(cursor.known().stream().min().orElseThrow());
    assertThat(cursor.known().stream().toArray())
        .isEqualTo(many.last(cursor.known().size()).stream().toArray());
  }
}
