package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.host.merge.Policy;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.sync.Act.Field;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Plays a history on the real engine and a simulated calendar, and then judges how it ended. */
final class History implements AutoCloseable {
  private static final String EVENTS = "**/events**";

  private final SimulatedCalendar calendar = SimulatedCalendar.empty().withSecond();
  private final SmallPages source = new SmallPages(calendar.source());
  private final SkewedClock clock = new SkewedClock();
  private final Ledger ledger = new Ledger();
  private final BothSides sides = new BothSides(() -> this.world, calendar, ledger);
  private final FeedReader feed = new FeedReader();
  private final DataSource database;
  private SyncWorld world;

  History(Dialect dialect, Policy policy) {
    database = LiveDatabase.swept(dialect).source();
    world = node();
    world.policy(policy);
    sides.ownerMakes();
    sides.ownerMakes();
    sync();
  }

  /** Plays a history to its end; one that ends badly prints itself as a test. */
  static void requireConvergence(Dialect dialect, Policy policy, List<Act> acts) {
    try (History history = new History(dialect, policy)) {
      for (Act act : acts) {
        history.play(act);
        history.feed.readOn(history.world);
      }
      history.end();
    } catch (Throwable failure) {
      throw new AssertionError(
          "History.requireConvergence(Dialect.%s, Policy.%s, %s);"
              .formatted(dialect, policy.name(), Act.code(acts)),
          failure);
    }
  }

  private SyncWorld node() {
    TickingClock impatient = TickingClock.by(Duration.ofSeconds(1));
    return new SyncWorld(database, "con_1", clock, impatient).writing(calendar.target());
  }

  private void restart() {
    world.close();
    world = node();
  }

  @Override
  public void close() {
    world.close();
  }

  private void play(Act act) {
    switch (act.kind()) {
      case CRM_EDITS -> sides.crmEdits(act);
      case OWNER_EDITS -> sides.ownerEdits(act);
      case CRM_DELETES -> sides.crmDeletes(act);
      case OWNER_DELETES -> sides.ownerDeletes(act);
      case CRM_MAKES -> sides.crmMakes();
      case CRM_MAKES_NONSENSE -> sides.crmMakesNonsense();
      case OWNER_MAKES -> sides.ownerMakes();
      case OWNER_MOVES -> sides.ownerMoves(act);
      case CRM_MOVES -> sides.crmMoves(act);
      case SYNC -> sync();
      case SYNC_CRASHES -> editAndCrash(act);
      case SYNC_MEETS_OWNER_AND_CRASHES -> meetOwnerAndCrash(act);
      case SYNC_MEETS_MOVE_AND_CRASHES -> meetMoveAndCrash(act);
      case SYNC_WHILE_CRM_EDITS -> during(act, "edits during a sync", () -> sides.crmEdits(act));
      case SYNC_WHILE_CRM_MOVES -> during(act, "moves during a sync", () -> sides.crmMoves(act));
      case SYNC_WHILE_OWNER_EDITS ->
          during(act, "edits during a sync", () -> sides.ownerEdits(act));
      case SYNC_WHILE_NOTIFIED -> during(act, "notifications during a sync", this::notifyTwice);
      case SYNC_IS_TAKEN_OVER -> during(act, "takeovers", this::takeOver);
      case ANSWER_IS_LOST -> answerIsLost(act);
      case SERVICE_FAILS -> refuse(act, 503);
      case SERVICE_LIMITS -> refuse(act, 429);
      case CURSOR_EXPIRES -> expire();
      case CLOCK_JUMPS -> jump(act.nth() == 1 ? 2 : -2);
    }
  }

  private void sync() {
    if (sync(world)) {
      ledger.synced();
    }
  }

  /** Returns whether it came to its end. */
  private boolean sync(SyncWorld node) {
    try {
      node.sync(source);
      return true;
    } catch (IntegrationException | SourceDefect | Superseded interrupted) {
      Happened.count("syncs interrupted");
      return false;
    }
  }

  private void notifyTwice() {
    world.queue.request(world.connection, SyncWorld.TYPE, PullKind.INCREMENTAL);
    world.queue.request(world.connection, SyncWorld.TYPE, PullKind.INCREMENTAL);
  }

  private void takeOver() {
    try (SyncWorld other = node()) {
      sync(other);
    }
  }

  /** The service does what it was asked for, or does not; nobody hears of it. */
  private void answerIsLost(Act act) {
    sides.crmEdits(act);
    String how = act.nth() == 1 ? "withheld" : "broken-chunk";
    for (String method : List.of("POST", "PATCH", "DELETE")) {
      calendar.strike(Map.of("fault", how, "millis", 1, "path", EVENTS, "method", method));
    }
    struck("answers lost", 3);
  }

  private void refuse(Act act, int status) {
    calendar.strike(
        Map.of("fault", "status", "status", status, "path", EVENTS, "skip", act.nth() - 1));
    struck("refusals with " + status, 1);
  }

  private void struck(String what, int faults) {
    sync();
    Happened.count(what, faults - calendar.forgetFaults());
  }

  private void expire() {
    calendar.expireSyncTokens();
    source.expire();
    Happened.count("410s");
  }

  private void jump(int hours) {
    clock.goWrongBy(Duration.ofHours(hours));
    Happened.count("clock jumps");
  }

  private void editAndCrash(Act act) {
    sides.crmEdits(act);
    world.watch(new Once(act, this::die));
    syncOrDie();
  }

  private void meetOwnerAndCrash(Act act) {
    Field other = Field.values()[act.nth() % 2];
    meetAndCrash(act, item -> sides.ownerEdits(item, other));
  }

  private void meetMoveAndCrash(Act act) {
    meetAndCrash(act, sides::ownerMoves);
  }

  private void meetAndCrash(Act act, IntConsumer owner) {
    Optional<Integer> edited = sides.crmEdits(act);
    Once meeting = new Once(Step.MARKED, 1, step -> edited.ifPresent(owner::accept));
    Once death = new Once(act, this::die);
    world.watch(
        step -> {
          meeting.reached(step);
          death.reached(step);
        });
    syncOrDie();
  }

  private void die(Step step) {
    Happened.count("crashes");
    Happened.count("crashes at " + step);
    throw new Crash();
  }

  private void syncOrDie() {
    try {
      sync();
    } catch (Crash dead) {
      restart();
    }
    world.watch(Steps.UNWATCHED);
  }

  private void during(Act act, String what, Runnable event) {
    world.watch(
        new Once(
            act,
            step -> {
              Happened.count(what);
              event.run();
            }));
    sync();
    world.watch(Steps.UNWATCHED);
  }

  /** Lets it come to rest without any fault, and judges. */
  void end() {
    restart();
    settle();
    Set<String> aside = aside();
    List<BothSides.Thing> records = sides.records();
    Map<String, Map<Field, String>> here = sides.here(aside);
    assertThat(here).as("both sides are equal").isEqualTo(sides.there());
    Set<Integer> asideItems =
        records.stream()
            .filter(record -> aside.contains(record.id()))
            .map(BothSides.Thing::item)
            .collect(Collectors.toSet());
    ledger.judge(List.copyOf(here.values()), asideItems, Decisions.of(world, ledger));
    feed.readOn(world);
    assertThat(feed.copy()).as("what the feed told").isEqualTo(world.data());
    feed.requireOneRecordEach(ledger);
    assertThat(calendar.notifications()).as("mails to invitees").isZero();
    Happened.count("records", records.size());
    Happened.count("records set aside", asideItems.size());
    Happened.count(
        "records with an open conflict",
        world.column("select distinct record_id from conflict where winner = 'OPEN'").size());
  }

  /** Records whose edit visibly waits for a person. */
  private Set<String> aside() {
    assertThat(
            world.rows(
                "select record_id, kind, state, reason from edit"
                    + " where state in ('WAITING', 'SENDING')"))
        .as("edits that nobody sends")
        .isEmpty();
    return Set.copyOf(world.column("select record_id from edit"));
  }

  /** One sync brings all together, once an interrupted one has come to its end. */
  private void settle() {
    if (world.queue.tasks(world.connection).get(0).activeRun().isPresent()) {
      world.sync(source);
    }
    world.sync(source);
    String rest = state();
    assertThat(world.sync(source).state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(state()).as("one more sync writes nothing").isEqualTo(rest);
  }

  private String state() {
    return calendar.state() + world.column("select last_seq from change_counter");
  }

  /** Has something happen the so manieth time that a sync is at a step. */
  private static final class Once implements Steps {
    private final Step place;
    private final Steps what;
    private final AtomicInteger left;

    Once(Act act, Steps what) {
      this(act.step(), act.nth(), what);
    }

    Once(Step place, int nth, Steps what) {
      this.place = place;
      this.what = what;
      this.left = new AtomicInteger(nth);
    }

    @Override
    public void reached(Step step) {
      if (step == place && left.decrementAndGet() == 0) {
        what.reached(step);
      }
    }
  }

  /** The process is killed. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
      super("killed", null, false, false);
    }
  }
}
