package dev.patchbay.system;

import java.util.Map;
import java.util.function.Function;

/**
 * Holds a process at one place of its way, without a line of test in it: the service keeps its
 * answer back, or PostgreSQL the commit.
 */
interface StoppedAt {

  boolean isReached();

  /** What becomes of what was on its way, once the process is dead. */
  void afterDeath();

  /** The service has the request and does nothing. */
  static Function<SyncedCalendar, StoppedAt> unheard(String method, String path) {
    return calendar -> held(calendar, "hang", method, path);
  }

  /** The service has done what it was asked, and does not answer. */
  static Function<SyncedCalendar, StoppedAt> unanswered(String method, String path) {
    return calendar -> held(calendar, "withheld", method, path);
  }

  private static StoppedAt held(SyncedCalendar calendar, String fault, String method, String path) {
    String before = calendar.stateThere();
    boolean works = fault.equals("withheld") && !method.equals("GET");
    String id =
        calendar
            .service()
            .strike(
                Map.of(
                    "fault",
                    fault,
                    "method",
                    method,
                    "path",
                    "**/calendars/" + calendar.name() + "*" + path,
                    "millis",
                    600_000));
    return new StoppedAt() {
      @Override
      public boolean isReached() {
        return !calendar.service().isWaiting(id) && works != calendar.stateThere().equals(before);
      }

      @Override
      public void afterDeath() {}
    };
  }

  /** The transaction that writes such a row is rolled back. */
  static Function<SyncedCalendar, StoppedAt> before(
      PostgresDatabase database, String table, String event, String when) {
    return calendar -> {
      HeldCommit commit = held(database, calendar, table, event, when);
      return of(commit, commit::rollBack);
    };
  }

  /** The transaction that writes such a row is committed, and the process never learns it. */
  static Function<SyncedCalendar, StoppedAt> after(
      PostgresDatabase database, String table, String event, String when) {
    return calendar -> {
      HeldCommit commit = held(database, calendar, table, event, when);
      return of(commit, commit::commit);
    };
  }

  private static HeldCommit held(
      PostgresDatabase database, SyncedCalendar calendar, String table, String event, String when) {
    String row = event.equals("DELETE") ? "old" : "new";
    return database.holdCommits(
        table, event, "%s.tenant_id = '%s' AND %s".formatted(row, calendar.tenant(), when));
  }

  private static StoppedAt of(HeldCommit commit, Runnable fate) {
    return new StoppedAt() {
      @Override
      public boolean isReached() {
        return commit.isReached();
      }

      @Override
      public void afterDeath() {
        fate.run();
      }
    };
  }
}
