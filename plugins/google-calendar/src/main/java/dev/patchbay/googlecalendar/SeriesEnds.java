package dev.patchbay.googlecalendar;

import dev.patchbay.googlecalendar.event.EventMapping;
import dev.patchbay.googlecalendar.json.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where the series of a page end. Who cuts a series off makes Google cancel the changed occurrences
 * behind the end one by one; unlike others that are cancelled, these say nothing of a series that
 * has none there.
 */
final class SeriesEnds {

  private final Map<String, Optional<String>> ends = new HashMap<>();

  private SeriesEnds() {}

  static SeriesEnds of(List<ListedEvent> events) {
    var asked =
        events.stream()
            .filter(ListedEvent::cancelled)
            .flatMap(event -> event.series().stream())
            .collect(Collectors.toUnmodifiableSet());
    var found = new SeriesEnds();
    events.stream()
        .filter(event -> !event.cancelled() && event.id().filter(asked::contains).isPresent())
        .forEach(event -> found.ends.put(event.id().orElseThrow(), end(event)));
    return found;
  }

  /** Whether an occurrence is behind the end of its series. */
  boolean isBefore(ListedEvent occurrence) {
    return occurrence
        .series()
        .flatMap(series -> ends.getOrDefault(series, Optional.empty()))
        .filter(
            end -> item(occurrence).text("recurrenceId").filter(at -> isAfter(at, end)).isPresent())
        .isPresent();
  }

  /** Local times of one zone, so their texts are in their order. */
  private static boolean isAfter(String time, String end) {
    return time.compareTo(end) > 0;
  }

  private static Optional<String> end(ListedEvent series) {
    var rules = item(series).objects("recurrenceRules");
    return rules.size() == 1 ? rules.get(0).text("until") : Optional.empty();
  }

  private static Node item(ListedEvent event) {
    return new Node(EventMapping.toItem(event.json()).json());
  }
}
