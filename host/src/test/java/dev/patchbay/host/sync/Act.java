package dev.patchbay.host.sync;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

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
    CRM_EDITS,
    OWNER_EDITS,
    CRM_DELETES,
    OWNER_DELETES,
    CRM_MAKES,
    OWNER_MAKES,
    SYNC,
    SYNC_CRASHES,
    SYNC_WHILE_CRM_EDITS,
    SYNC_WHILE_OWNER_EDITS,
    ANSWER_IS_LOST,
    SERVICE_FAILS,
    SERVICE_LIMITS,
    CURSOR_EXPIRES
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
    Arbitrary<Kind> kinds =
        Arbitraries.frequency(
            Tuple.of(6, Kind.CRM_EDITS),
            Tuple.of(6, Kind.OWNER_EDITS),
            Tuple.of(1, Kind.CRM_DELETES),
            Tuple.of(1, Kind.OWNER_DELETES),
            Tuple.of(2, Kind.CRM_MAKES),
            Tuple.of(1, Kind.OWNER_MAKES),
            Tuple.of(3, Kind.SYNC),
            Tuple.of(4, Kind.SYNC_CRASHES),
            Tuple.of(2, Kind.SYNC_WHILE_CRM_EDITS),
            Tuple.of(2, Kind.SYNC_WHILE_OWNER_EDITS),
            Tuple.of(2, Kind.ANSWER_IS_LOST),
            Tuple.of(1, Kind.SERVICE_FAILS),
            Tuple.of(1, Kind.SERVICE_LIMITS),
            Tuple.of(1, Kind.CURSOR_EXPIRES));
    return Combinators.combine(
            kinds,
            Arbitraries.integers().between(0, 3),
            Arbitraries.of(Field.class),
            Arbitraries.of(Step.class),
            Arbitraries.integers().between(1, 2))
        .as(Act::new);
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
