package dev.patchbay.host.edit;

import dev.patchbay.host.recurrence.NotSplittable;
import dev.patchbay.host.recurrence.Series;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The part that an edit has in the split of a series.
 *
 * @param id the record of the series that continues the old one
 * @param from the first occurrence that the old one no longer has, in local time
 */
public record SplitPart(String id, Turn turn, String from) {

  /**
   * When an edit goes: once all of the turns before it are settled. A process that dies in between
   * then leaves an occurrence twice for a while, and none is ever missing.
   */
  public enum Turn {
    /** The series that continues the old one. */
    CONTINUATION(0),
    /** An occurrence of it that was changed by itself. */
    EXCEPTION(1),
    /** The end of the old series. */
    END(2),
    /** What the old series still has of the changed occurrences. */
    REMAINDER(3);

    private final int place;

    Turn(int place) {
      this.place = place;
    }

    int place() {
      return place;
    }

    static Turn at(int place) {
      return Stream.of(values()).filter(turn -> turn.place == place).findFirst().orElseThrow();
    }
  }

  static Optional<SplitPart> of(ResultSet row) throws SQLException {
    String id = row.getString("split_id");
    return id == null
        ? Optional.empty()
        : Optional.of(
            new SplitPart(id, Turn.at(row.getInt("split_turn")), row.getString("split_from")));
  }

  /** The old series without what the new one has. */
  Map<String, Object> endOf(Map<String, Object> series) {
    try {
      return Series.of(series).endingBefore(Series.time(from));
    } catch (NotSplittable e) {
      return series;
    }
  }
}
