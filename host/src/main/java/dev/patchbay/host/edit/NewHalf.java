package dev.patchbay.host.edit;

import dev.patchbay.api.item.Patch;
import dev.patchbay.host.edit.SeriesExceptions.Deviation;
import dev.patchbay.host.mapping.FieldPath;
import dev.patchbay.host.merge.Policy;
import dev.patchbay.host.merge.Rivalry;
import dev.patchbay.host.merge.ThreeWayMerge;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.recurrence.NotSplittable;
import dev.patchbay.host.recurrence.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The series that continues another one. Where it begins at another time of the day, what was
 * excluded or changed by itself is moved along.
 */
final class NewHalf {
  private static final String RECURRENCE_ID = "recurrenceId";
  private static final String ZONE = "timeZone";
  private static final Set<String> OF_SERIES =
      Set.of(Series.RULES, Series.OVERRIDES, "excludedRecurrenceRules");
  private static final Rivalry EXCEPTION_WINS =
      new Rivalry(Policy.CRM_WINS, Instant.EPOCH, Instant.EPOCH);

  private final EditScope where;
  private final String id;
  private final Map<String, Object> old;
  private final Duration shift;
  private final Map<String, Object> data;

  private NewHalf(
      EditScope where,
      String id,
      Map<String, Object> old,
      Duration shift,
      Map<String, Object> data) {
    this.where = where;
    this.id = id;
    this.old = old;
    this.shift = shift;
    this.data = data;
  }

  /**
   * @param id of its record
   * @param changes what the CRM wants of it
   */
  static NewHalf of(
      EditScope where,
      String id,
      Map<String, Object> old,
      LocalDateTime from,
      Patch changes,
      List<Deviation> exceptions) {
    Map<String, Object> continuing = Series.of(old).continuingAt(from);
    continuing.keySet().retainAll(where.fields());
    Patch patch = where.standard(changes, continuing);
    Duration shift = Duration.between(from, start(patch, from));
    shiftOverrides(continuing, shift, exceptions);
    Map<String, Object> data = patched(ItemSchemas.completed(where.type(), id, continuing), patch);
    return new NewHalf(where, id, old, shift, data);
  }

  private static LocalDateTime start(Patch patch, LocalDateTime from) {
    try {
      return patch.changes().get(Series.START) instanceof String text ? Series.time(text) : from;
    } catch (NotSplittable e) {
      throw ProblemException.invalid("changes/start", e.getMessage());
    }
  }

  private static void shiftOverrides(
      Map<String, Object> series, Duration shift, List<Deviation> exceptions) {
    Map<String, Object> shifted = new LinkedHashMap<>();
    if (series.get(Series.OVERRIDES) instanceof Map<?, ?> overrides) {
      overrides.forEach(
          (time, patch) -> shifted.put(Series.text(Series.time((String) time).plus(shift)), patch));
    }
    exceptions.stream()
        .filter(Deviation::isCancelled)
        .forEach(
            cancelled ->
                shifted.put(Series.text(cancelled.at().plus(shift)), Map.of("excluded", true)));
    if (!shifted.isEmpty()) {
      series.put(Series.OVERRIDES, shifted);
    }
  }

  private static Map<String, Object> patched(Map<String, Object> data, Patch patch) {
    try {
      return patch.applyTo(data);
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid("changes", e.getMessage());
    }
  }

  String text() {
    return ItemSchemas.text(where.type(), data);
  }

  /**
   * An exception of the old series as one of this one: what it had of its own stays, and in all
   * else it follows.
   *
   * @param exceptionId of its record
   */
  String exception(String exceptionId, Deviation exception) {
    LocalDateTime at = exception.at().plus(shift);
    requireOccurrence(exception, at);
    Map<String, Object> own = occurrence(exception.data());
    Map<String, Object> merged =
        ThreeWayMerge.of(occurrence(old), own, occurrence(data), EXCEPTION_WINS).data();
    merged.put(Series.START, Series.text(at));
    if (isMoved(exception)) {
      own.forEach(
          (name, value) -> {
            if (name.equals(Series.START) || name.equals(ZONE)) {
              merged.put(name, value);
            }
          });
    }
    Map<String, Object> item = ItemSchemas.completed(where.type(), exceptionId, merged);
    item.put("uid", data.get("uid"));
    item.put(RECURRENCE_ID, Series.text(at));
    if (data.containsKey(ZONE) && !Boolean.TRUE.equals(data.get("showWithoutTime"))) {
      item.put("recurrenceIdTimeZone", data.get(ZONE));
    }
    return ItemSchemas.text(
        where.type(), FieldPath.of(where.seriesPath().orElseThrow()).set(item, id));
  }

  private boolean isMoved(Deviation exception) {
    return !Series.text(exception.at()).equals(exception.data().get(Series.START))
        || !String.valueOf(old.get(ZONE)).equals(String.valueOf(exception.data().get(ZONE)));
  }

  private Map<String, Object> occurrence(Map<String, Object> event) {
    Map<String, Object> fields = new LinkedHashMap<>(event);
    fields.keySet().retainAll(where.fields());
    fields.keySet().removeAll(OF_SERIES);
    return fields;
  }

  private void requireOccurrence(Deviation exception, LocalDateTime at) {
    if (!Series.isSeries(data) || !Series.of(data).has(at)) {
      throw ProblemException.invalid(
          "changes",
          ("The occurrence of %s (record %s) was changed by itself, and the new series has none"
                  + " then: change or delete that record first.")
              .formatted(Series.text(exception.at()), exception.recordId()));
    }
  }
}
