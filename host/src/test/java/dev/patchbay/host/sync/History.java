package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.host.merge.Policy;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.sync.Act.Field;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Plays a history on the real engine and a simulated calendar, and then judges how it ended. */
final class History implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_SYNCS_TO_SETTLE = 6;

  /** What happened in all histories together, so that a report can say what was tried. */
  static final Map<String, AtomicLong> HAPPENED = new TreeMap<>();

  private final SimulatedCalendar calendar = SimulatedCalendar.empty();
  private final DataSource database = LiveDatabase.clean(Dialect.H2).source();
  private final Ledger ledger = new Ledger();
  private final Map<Integer, String> records = new HashMap<>();
  private SyncWorld world;

  History(Policy policy) {
    restart();
    world.policy(policy);
    for (int i = 0; i < 2; i++) {
      ownerMakes();
    }
    sync();
  }

  private void restart() {
    if (world != null) {
      world.close();
    }
    world = new SyncWorld(database).writing(calendar.target());
  }

  @Override
  public void close() {
    world.close();
  }

  void play(List<Act> acts) {
    acts.forEach(this::play);
  }

  private void play(Act act) {
    switch (act.kind()) {
      case CRM_EDITS -> crmEdits(act);
      case OWNER_EDITS -> ownerEdits(act);
      case CRM_DELETES -> crmDeletes(act);
      case OWNER_DELETES -> ownerDeletes(act);
      case CRM_MAKES -> crmMakes();
      case OWNER_MAKES -> ownerMakes();
      case SYNC -> sync();
      case SYNC_CRASHES -> crash(act);
      case SYNC_WHILE_CRM_EDITS -> during(act, () -> crmEdits(act));
      case SYNC_WHILE_OWNER_EDITS -> during(act, () -> ownerEdits(act));
      case ANSWER_IS_LOST -> strike(Map.of("fault", "broken-chunk", "path", "**/events/**"));
      case SERVICE_FAILS ->
          strike(
              Map.of("fault", "status", "status", 503, "path", "**/events**", "skip", act.nth()));
      case SERVICE_LIMITS ->
          strike(
              Map.of("fault", "status", "status", 429, "path", "**/events**", "skip", act.nth()));
      case CURSOR_EXPIRES -> {
        calendar.expireSyncTokens();
        count("cursors expired");
      }
    }
  }

  private void strike(Map<String, ?> fault) {
    calendar.strike(fault);
    count("faults");
    sync();
    calendar.forgetFaults();
  }

  private void sync() {
    try {
      world.sync(calendar.source());
    } catch (IntegrationException | SourceDefect interrupted) {
      count("syncs interrupted");
    }
  }

  private void crash(Act act) {
    AtomicInteger times = new AtomicInteger();
    world.watch(
        step -> {
          if (step == act.step() && times.incrementAndGet() == act.nth()) {
            count("crashes at " + step);
            throw new Crash();
          }
        });
    try {
      sync();
    } catch (Crash dead) {
      count("crashes");
    }
    restart();
  }

  private void during(Act act, Runnable edit) {
    AtomicInteger times = new AtomicInteger();
    world.watch(
        step -> {
          if (step == act.step() && times.incrementAndGet() == act.nth()) {
            edit.run();
            count("edits during a sync");
          }
        });
    sync();
    world.watch(Steps.UNWATCHED);
  }

  private void crmEdits(Act act) {
    List<Map<String, Object>> live = liveRecords();
    if (live.isEmpty()) {
      return;
    }
    Map<String, Object> record = live.get(act.item() % live.size());
    String seen = (String) record.get(act.field().crm);
    int item = ledger.itemOf((String) record.get("title"));
    String value = ledger.newValue(item, act.field(), "crm");
    world.crm.patch((String) record.get("id"), Map.of(act.field().crm, value));
    ledger.replaced(seen);
  }

  private void crmDeletes(Act act) {
    List<Map<String, Object>> live = liveRecords();
    if (!live.isEmpty()) {
      Map<String, Object> record = live.get(act.item() % live.size());
      ledger.deleted(ledger.itemOf((String) record.get("title")));
      for (Field field : Field.values()) {
        ledger.replaced((String) record.get(field.crm));
      }
      world.crm.delete((String) record.get("id"));
    }
  }

  private void crmMakes() {
    int item = ledger.newItem();
    String title = ledger.newValue(item, Field.TITLE, "crm");
    try {
      world.crm.put(
          "deal-" + item,
          null,
          Map.of(
              "title", title,
              "start", "2026-12-02T19:00:00",
              "timeZone", "Europe/Zurich",
              "duration", "PT2H"));
    } catch (ProblemException noCollectionYet) {
      ledger.deleted(item);
    }
  }

  private void ownerMakes() {
    int item = ledger.newItem();
    calendar.add("event%02d".formatted(item), ledger.newValue(item, Field.TITLE, "owner"));
  }

  private void ownerEdits(Act act) {
    List<JsonNode> live = List.copyOf(calendar.all().values());
    if (live.isEmpty()) {
      return;
    }
    JsonNode event = live.get(act.item() % live.size());
    int item = ledger.itemOf(event.path("summary").asText());
    String value = ledger.newValue(item, act.field(), "owner");
    ledger.replaced(event.path(act.field().service).asText());
    calendar.change(event.path("id").asText(), Map.of(act.field().service, value));
  }

  private void ownerDeletes(Act act) {
    List<JsonNode> live = List.copyOf(calendar.all().values());
    if (!live.isEmpty()) {
      JsonNode event = live.get(act.item() % live.size());
      ledger.deleted(ledger.itemOf(event.path("summary").asText()));
      for (Field field : Field.values()) {
        ledger.replaced(event.path(field.service).asText());
      }
      calendar.delete(event.path("id").asText());
    }
  }

  /** Lets it come to rest without any fault, and judges. */
  void end() {
    calendar.forgetFaults();
    restart();
    settle();
    assertThat(world.rows("select record_id, kind, state, reason from edit")).isEmpty();
    Map<String, Map<Field, String>> here = here();
    assertThat(here).as("both sides are equal").isEqualTo(there());
    Decisions decisions = decisions();
    ledger.judge(List.copyOf(here.values()), decisions.values, decisions.whole);
    assertAtRest();
    assertThat(calendar.notifications()).as("mails to invitees").isZero();
  }

  private void settle() {
    for (int i = 0; i < MOST_SYNCS_TO_SETTLE; i++) {
      world.sync(calendar.source());
    }
  }

  private void assertAtRest() {
    String state = calendar.state();
    List<String> seq = world.column("select last_seq from change_counter");
    SyncRun idle = world.sync(calendar.source());
    assertThat(idle.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(calendar.state()).as("one more sync writes nothing there").isEqualTo(state);
    assertThat(world.column("select last_seq from change_counter"))
        .as("one more sync writes nothing here")
        .isEqualTo(seq);
  }

  private Map<String, Map<Field, String>> there() {
    Map<String, Map<Field, String>> there = new TreeMap<>();
    calendar
        .all()
        .forEach(
            (id, event) -> {
              Map<Field, String> values = new EnumMap<>(Field.class);
              for (Field field : Field.values()) {
                if (event.has(field.service)) {
                  values.put(field, event.path(field.service).asText());
                }
              }
              there.put(id, values);
            });
    return there;
  }

  private Map<String, Map<Field, String>> here() {
    Map<String, Map<Field, String>> here = new TreeMap<>();
    for (Map<String, Object> record : liveRecords()) {
      Map<Field, String> values = new EnumMap<>(Field.class);
      for (Field field : Field.values()) {
        if (record.get(field.crm) instanceof String text) {
          values.put(field, text);
        }
      }
      here.put((String) record.get("externalId"), values);
    }
    return here;
  }

  private List<Map<String, Object>> liveRecords() {
    List<Map<String, Object>> live = new ArrayList<>();
    for (List<String> row :
        world.rows(
            "select id, external_id, data from record where deleted_at is null order by id")) {
      JsonNode data = parse(row.get(2));
      Map<String, Object> record = new HashMap<>();
      record.put("id", row.get(0));
      record.put("externalId", row.get(1));
      data.fields()
          .forEachRemaining(
              field -> {
                if (field.getValue().isTextual()) {
                  record.putIfAbsent(field.getKey(), field.getValue().asText());
                }
              });
      live.add(record);
    }
    return live;
  }

  private Decisions decisions() {
    Decisions decisions = new Decisions();
    for (List<String> row :
        world.rows("select path, crm_value, service_value, winner from conflict")) {
      count("decisions for " + row.get(3));
      for (String value : row.subList(1, 3)) {
        if (value != null) {
          decisions.add(row.get(0), parse(value));
        }
      }
    }
    return decisions;
  }

  private final class Decisions {
    private final Set<String> values = new HashSet<>();
    private final Set<Integer> whole = new HashSet<>();

    void add(String path, JsonNode value) {
      if (path.isEmpty()) {
        whole.add(ledger.itemOf(value.path("title").asText()));
      } else {
        values.add(value.asText());
      }
    }
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(json, e);
    }
  }

  static void count(String what) {
    HAPPENED.computeIfAbsent(what, key -> new AtomicLong()).incrementAndGet();
  }

  /** The process is killed. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
      super("killed", null, false, false);
    }
  }
}
