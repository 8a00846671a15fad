package dev.patchbay.host.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.sync.Act.Field;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Whoever edits in the CRM, and the calendar's owner. Each looks before doing anything, and the
 * ledger gets to know what they saw and did.
 */
final class BothSides {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CRM = "crm";
  private static final String OWNER = "owner";

  private final Supplier<SyncWorld> world;
  private final SimulatedCalendar calendar;
  private final Ledger ledger;

  BothSides(Supplier<SyncWorld> world, SimulatedCalendar calendar, Ledger ledger) {
    this.world = world;
    this.calendar = calendar;
    this.ledger = ledger;
  }

  void crmMakes() {
    crmMakes(
        Map.of("start", "2026-12-02T19:00:00", "timeZone", "Europe/Zurich", "duration", "PT2H"));
  }

  /** Something that no calendar takes. */
  void crmMakesNonsense() {
    crmMakes(Map.of());
  }

  private void crmMakes(Map<String, Object> times) {
    int item = ledger.newItem();
    Map<String, Object> event = new HashMap<>(times);
    event.put("title", ledger.newValue(item, Field.TITLE, CRM));
    try {
      world.get().crm.put("deal-" + item, null, event);
    } catch (ProblemException noCalendarYet) {
      ledger.deleted(item);
      ledger.replaced((String) event.get("title"));
    }
  }

  void ownerMakes() {
    int item = ledger.newItem();
    calendar.add("event%02d".formatted(item), ledger.newValue(item, Field.TITLE, OWNER));
  }

  /** Returns the item, if there is any. */
  Optional<Integer> crmEdits(Act act) {
    Optional<Thing> seen = pick(records(), act);
    seen.ifPresent(
        record -> {
          String value = ledger.newValue(record.item(), act.field(), CRM);
          ledger.replaced(record.values().get(act.field()));
          world.get().crm.patch(record.id(), Map.of(act.field().crm, value));
        });
    return seen.map(Thing::item);
  }

  void ownerEdits(Act act) {
    pick(events(), act).ifPresent(event -> ownerEdits(event, act.field()));
  }

  /** The owner edits this one, if it is there. */
  void ownerEdits(int item, Field field) {
    events().stream()
        .filter(event -> event.item() == item)
        .findFirst()
        .ifPresent(event -> ownerEdits(event, field));
  }

  private void ownerEdits(Thing event, Field field) {
    String value = ledger.newValue(event.item(), field, OWNER);
    ledger.replaced(event.values().get(field));
    calendar.change(event.id(), Map.of(field.service, value));
  }

  void crmDeletes(Act act) {
    pick(records(), act)
        .ifPresent(
            record -> {
              deleted(record);
              world.get().crm.delete(record.id());
            });
  }

  void ownerDeletes(Act act) {
    pick(events(), act)
        .ifPresent(
            event -> {
              deleted(event);
              calendar.delete(event.id());
            });
  }

  private void deleted(Thing seen) {
    ledger.deleted(seen.item());
    seen.values().values().forEach(ledger::replaced);
  }

  private static Optional<Thing> pick(List<Thing> things, Act act) {
    return things.isEmpty()
        ? Optional.empty()
        : Optional.of(things.get(act.item() % things.size()));
  }

  /** The owner moves an event to the other calendar. */
  void ownerMoves(Act act) {
    pick(events(), act).ifPresent(this::ownerMoves);
  }

  /** The owner moves this one, if it is there. */
  void ownerMoves(int item) {
    events().stream().filter(event -> event.item() == item).findFirst().ifPresent(this::ownerMoves);
  }

  private void ownerMoves(Thing event) {
    calendar.move(event.id());
    Happened.count("moves");
  }

  /** The CRM moves a record to the other calendar. */
  void crmMoves(Act act) {
    pick(records(), act)
        .ifPresent(
            record -> {
              try {
                world.get().crm.move(record.id(), otherThan(record));
                Happened.count("moves by the CRM");
              } catch (ProblemException outcomeNotKnownYet) {
                Happened.count("moves refused");
              }
            });
  }

  private String otherThan(Thing record) {
    String calendarId = record.externalId().substring(0, record.externalId().indexOf('/'));
    return world
        .get()
        .column("select id from collection where external_id <> '%s'".formatted(calendarId))
        .get(0);
  }

  /** What the CRM shows, by the calendar and the id that the service knows it by. */
  Map<String, Map<Field, String>> here(Set<String> aside) {
    return records().stream()
        .filter(record -> !aside.contains(record.id()))
        .collect(Collectors.toMap(Thing::externalId, Thing::values, (a, b) -> a, TreeMap::new));
  }

  /** What the service shows. */
  Map<String, Map<Field, String>> there() {
    return events().stream()
        .collect(Collectors.toMap(Thing::externalId, Thing::values, (a, b) -> a, TreeMap::new));
  }

  List<Thing> records() {
    return world
        .get()
        .rows(
            "select r.id, c.external_id, r.external_id, r.data from record r"
                + " join collection c on c.id = r.collection_id where r.deleted_at is null")
        .stream()
        .map(
            row ->
                thing(
                    row.get(0),
                    row.get(1) + "/" + row.get(2),
                    parse(row.get(3)),
                    field -> field.crm))
        .sorted(Comparator.comparingInt(Thing::item))
        .toList();
  }

  private List<Thing> events() {
    return calendar.all().entrySet().stream()
        .map(
            event ->
                thing(
                    event.getKey(),
                    calendar.calendarOf(event.getKey()) + "/" + event.getKey(),
                    event.getValue(),
                    field -> field.service))
        .sorted(Comparator.comparingInt(Thing::item))
        .toList();
  }

  private Thing thing(String id, String externalId, JsonNode json, Function<Field, String> by) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      if (json.path(by.apply(field)).isTextual()) {
        values.put(field, json.path(by.apply(field)).asText());
      }
    }
    return new Thing(id, externalId, ledger.itemOf(values.get(Field.TITLE)), values);
  }

  /**
   * An event or a record, as somebody sees it.
   *
   * @param externalId with the calendar that it is in
   */
  record Thing(String id, String externalId, int item, Map<Field, String> values) {}

  static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(json, e);
    }
  }
}
