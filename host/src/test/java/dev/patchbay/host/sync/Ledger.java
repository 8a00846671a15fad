package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.sync.Act.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What both sides did, written down by whoever plays them, and what may therefore be in the end. It
 * knows nothing of bases, versions or merges: each value is written once and tells whose it is, and
 * each write tells which value its writer saw. A value may be gone only if a writer who saw it
 * replaced it or deleted its item, or if a decision names it.
 */
final class Ledger {
  private final Map<String, Integer> itemOf = new HashMap<>();
  private final Map<String, Field> fieldOf = new HashMap<>();
  private final Set<String> replaced = new HashSet<>();
  private final Set<Integer> deleted = new HashSet<>();
  private final Map<Integer, Set<String>> editedBy = new HashMap<>();
  private int values;
  private int items;

  int newItem() {
    return items++;
  }

  int items() {
    return items;
  }

  /** A value that was never there before. */
  String newValue(int item, Field field, String side) {
    String value = side + values++;
    itemOf.put(value, item);
    fieldOf.put(value, field);
    if (editedBy.computeIfAbsent(item, key -> new HashSet<>()).add(side)
        && editedBy.get(item).size() > 1) {
      Happened.count("merges");
    }
    return value;
  }

  /** A sync came to its end, so what both sides edit from now on meets anew. */
  void synced() {
    editedBy.clear();
  }

  /** A writer saw this value and put another in its place, or deleted it with its item. */
  void replaced(String seen) {
    replaced.add(seen);
  }

  void deleted(int item) {
    deleted.add(item);
  }

  /** Which item a value was written to. */
  int itemOf(String value) {
    return itemOf.get(value);
  }

  /**
   * Judges the end.
   *
   * @param live what is there on both sides, each by its fields' values
   * @param aside the items that visibly wait for a person
   */
  void judge(List<Map<Field, String>> live, Set<Integer> aside, Decisions decisions) {
    List<Integer> there =
        live.stream().map(item -> itemOf.get(item.get(Field.TITLE))).collect(Collectors.toList());
    assertThat(there).as("no item is doubled").doesNotHaveDuplicates().doesNotContainNull();
    for (int item = 0; item < items; item++) {
      if (!aside.contains(item)) {
        judge(item, there.contains(item), decisions);
      }
    }
    judgeValues(live, aside, decisions);
  }

  private void judge(int item, boolean there, Decisions decisions) {
    if (there) {
      assertThat(!deleted.contains(item) || decisions.ofWhole(item))
          .as("item %d was deleted, and no decision brought it back", item)
          .isTrue();
    } else {
      assertThat(deleted).as("item %d is gone, and nobody deleted it", item).contains(item);
    }
  }

  private void judgeValues(List<Map<Field, String>> live, Set<Integer> aside, Decisions decisions) {
    Set<String> present =
        live.stream().flatMap(item -> item.values().stream()).collect(Collectors.toSet());
    List<String> lost = new ArrayList<>(itemOf.keySet());
    lost.removeIf(value -> present.contains(value) || replaced.contains(value));
    lost.removeIf(value -> decisions.name(value) || aside.contains(itemOf.get(value)));
    assertThat(lost).as("edits that are gone without a word").isEmpty();
    live.forEach(
        item ->
            item.forEach(
                (field, value) ->
                    assertThat(fieldOf)
                        .as("values where nobody put them")
                        .containsEntry(value, field)));
  }
}
