package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** One sync whose process is killed at one step, and how it ended. */
class KilledSync {
  private final String step;
  private final String moment;
  private final SyncWork work;
  private final Function<SyncedCalendar, StoppedAt> place;
  private SyncedCalendar calendar;
  private StoppedAt stop;

  /**
   * @param step by its name in the guide
   * @param moment which side of it
   */
  KilledSync(String step, String moment, SyncWork work, Function<SyncedCalendar, StoppedAt> place) {
    this.step = step;
    this.moment = moment;
    this.work = work;
    this.place = place;
  }

  /** The answer to a new item is lost, and the service does not let it be looked up either. */
  static KilledSync ofUnknownOutcome(Function<SyncedCalendar, StoppedAt> place) {
    return new OfUnknownOutcome(place);
  }

  String step() {
    return step;
  }

  SyncedCalendar calendar() {
    return calendar;
  }

  void makeTenant(PatchbayServer server, SharedSandbox sandbox, String name) {
    calendar = SyncedCalendar.make(server, sandbox, name);
  }

  void prepare() {
    work.prepare(calendar);
  }

  void arm() {
    stop = place.apply(calendar);
  }

  void begin() {
    work.begin(calendar);
  }

  void awaitStop() {
    Waiting.until(stop::isReached, 2, TimeUnit.MINUTES);
    requireStopped();
  }

  void requireStopped() {
    assertThat(stop.isReached()).as("it is stopped: %s", this).isTrue();
  }

  void afterDeath() {
    stop.afterDeath();
  }

  void judge() {
    calendar.finishedRun();
    JsonNode ended = calendar.sync();
    assertThat(ended.path("state").asText()).as("%s: %s", this, ended).isEqualTo("SUCCEEDED");
    List<String> there = calendar.there();
    assertThat(there).as("the service's items, of %s", this).hasSize(work.items());
    if (!work.titles().isEmpty()) {
      assertThat(titles(there)).as("of %s", this).containsExactlyElementsOf(work.titles());
    }
    assertThat(calendar.here()).as("records and items, of %s", this).isEqualTo(there);
    assertThat(calendar.told()).as("what the feed told, of %s", this).isEqualTo(there);
    assertThat(calendar.quarantine()).as("of %s", this).isEmpty();
    assertAtRest();
    System.out.printf(
        "Killed at %-42s %d runs sent %s; %d items, 0 lost, 0 doubled%n",
        this + ":", calendar.runs().size(), sent(), there.size());
  }

  private void assertAtRest() {
    String there = calendar.stateThere();
    String here = calendar.stateHere();
    JsonNode idle = calendar.sync();
    assertThat(idle.path("sent")).as("%s: %s", this, idle).allMatch(number -> number.asInt() == 0);
    assertThat(calendar.stateThere()).as("%s: %s", this, idle).isEqualTo(there);
    assertThat(calendar.stateHere()).as("%s: %s", this, idle).isEqualTo(here);
  }

  private static List<String> titles(List<String> lines) {
    return lines.stream()
        .map(line -> line.split(" \\| ", -1))
        .map(line -> line[3].isEmpty() ? line[2] : "%s (%s)".formatted(line[2], line[3]))
        .sorted()
        .toList();
  }

  /** What became of edits, over all runs. */
  Map<String, Integer> sent() {
    Map<String, Integer> sums = new TreeMap<>();
    for (JsonNode run : calendar.runs()) {
      run.path("sent")
          .fields()
          .forEachRemaining(
              each -> sums.merge(each.getKey(), each.getValue().asInt(), Integer::sum));
    }
    sums.values().removeIf(number -> number == 0);
    return sums;
  }

  @Override
  public String toString() {
    return "%s, %s (%s)".formatted(step, moment, work);
  }

  private static final class OfUnknownOutcome extends KilledSync {

    OfUnknownOutcome(Function<SyncedCalendar, StoppedAt> place) {
      super("ANSWERED", "and nobody can tell", SyncWork.CREATE, place);
    }

    @Override
    void afterDeath() {
      super.afterDeath();
      String path = "**/calendars/" + calendar().name() + "*/events/*";
      calendar()
          .service()
          .strike(Map.of("fault", "status", "status", 423, "method", "GET", "path", path));
    }

    @Override
    void judge() {
      calendar().finishedRun();
      calendar().sync();
      assertThat(sent()).as("of %s", this).isEqualTo(Map.of("unknown", 1));
      assertThat(calendar().there()).as("of %s", this).hasSize(SyncWork.CREATE.items());
      List<JsonNode> waiting = calendar().quarantine();
      assertThat(waiting).as("of %s", this).hasSize(1);
      assertThat(waiting.get(0).path("state").asText()).isEqualTo("OUTCOME_UNKNOWN");
      calendar().retry(waiting.get(0));
      super.judge();
    }
  }
}
