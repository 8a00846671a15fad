package dev.patchbay.host.sync;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * One thing that happens in a history.
 *
 * @param item which item it happens to, counted from those that are there
 * @param field which field is edited
 * @param step where in the sync it happens, for what happens during one
 * @param nth at the how manieth time that the sync is there
 */
record Act(Kind kind, int item, Field field, Step step, int nth) {

  enum Kind {
    CRM_EDITS(12),
    OWNER_EDITS(10),
    CRM_DELETES(2),
    OWNER_DELETES(2),
    CRM_MAKES(4),
    CRM_MAKES_NONSENSE(1),
    OWNER_MAKES(4),
    OWNER_MOVES(4),
    CRM_MOVES(3),
    SYNC(4),
    SYNC_CRASHES(8),
    SYNC_MEETS_OWNER_AND_CRASHES(8),
    SYNC_MEETS_MOVE_AND_CRASHES(2),
    SYNC_WHILE_CRM_EDITS(4),
    SYNC_WHILE_CRM_MOVES(3),
    SYNC_WHILE_OWNER_EDITS(4),
    SYNC_WHILE_NOTIFIED(2),
    SYNC_IS_TAKEN_OVER(6),
    ANSWER_IS_LOST(6),
    SERVICE_FAILS(2),
    SERVICE_LIMITS(2),
    CURSOR_EXPIRES(2),
    CLOCK_JUMPS(2);

    private final int weight;

    Kind(int weight) {
      this.weight = weight;
    }
  }

  /** A field, by the CRM's name and by the service's. */
  enum Field {
    TITLE("title", "summary"),
    DESCRIPTION("description", "description");

    final String crm;
    final String service;

    Field(String crm, String service) {
      this.crm = crm;
      this.service = service;
    }
  }

  static Arbitrary<Act> any() {
    return Combinators.combine(
            kinds(),
            Arbitraries.integers().between(0, 3),
            Arbitraries.of(Field.class),
            Arbitraries.of(Step.class),
            Arbitraries.integers().between(1, 2))
        .as(Act::new);
  }

  private static Arbitrary<Kind> kinds() {
    List<Kind> weighted =
        Arrays.stream(Kind.values())
            .flatMap(kind -> Collections.nCopies(kind.weight, kind).stream())
            .toList();
    return Arbitraries.of(weighted);
  }

  /** A history as Java code, to be pasted into a test. */
  static String code(List<Act> history) {
    return history.stream()
        .map(
            act ->
                "new Act(Kind.%s, %d, Field.%s, Step.%s, %d)"
                    .formatted(act.kind, act.item, act.field, act.step, act.nth))
        .collect(Collectors.joining(",\n    ", "List.of(\n    ", ")"));
  }
}
