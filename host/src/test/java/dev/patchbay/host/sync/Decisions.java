package dev.patchbay.host.sync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.host.sync.Act.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the engine says that it decided, as a person could read it. */
final class Decisions {
  private final Set<String> values = new HashSet<>();
  private final Set<Integer> whole = new HashSet<>();

  static Decisions of(SyncWorld world, Ledger ledger) {
    Decisions decisions = new Decisions();
    for (List<String> row :
        world.rows("select path, crm_value, service_value, winner from conflict")) {
      Happened.count("conflicts won by " + row.get(3));
      for (String value : row.subList(1, 3)) {
        if (value != null) {
          decisions.add(row.get(0), BothSides.parse(value), ledger);
        }
      }
    }
    return decisions;
  }

  private void add(String path, JsonNode value, Ledger ledger) {
    if (!path.isEmpty()) {
      values.add(value.asText());
      return;
    }
    whole.add(ledger.itemOf(value.path("title").asText()));
    for (Field field : Field.values()) {
      values.add(value.path(field.crm).asText());
    }
  }

  /** Whether one of them gives this value's fate. */
  boolean name(String value) {
    return values.contains(value);
  }

  /** Whether one of them says whether the item lives. */
  boolean ofWhole(int item) {
    return whole.contains(item);
  }
}
