package dev.patchbay.system;

import java.util.List;

/** What a sync has to do when its process is killed, and what both sides hold in the end. */
enum SyncWork {
  /** The CRM made a record. */
  CREATE("both", "Dinner", "Lunch") {
    @Override
    void prepare(SyncedCalendar calendar) {
      connected(calendar).crmMakes("Dinner");
    }
  },
  /** The CRM edited one. */
  PATCH("both", "Lunch with Ada") {
    @Override
    void prepare(SyncedCalendar calendar) {
      connected(calendar).crmNamesLunch("Lunch with Ada");
    }
  },
  /** The CRM deleted one. */
  DELETE("both") {
    @Override
    void prepare(SyncedCalendar calendar) {
      connected(calendar).crmDeletesLunch();
    }
  },
  /** The CRM edited one, and its owner another field that nobody pulled yet. */
  PATCH_OF_ANOTHER_VERSION("push", "Lunch with Ada (Bring the plans)") {
    @Override
    void prepare(SyncedCalendar calendar) {
      connected(calendar).crmNamesLunch("Lunch with Ada");
      calendar.ownerDescribesLunch("Bring the plans");
    }
  },
  /** The CRM edited one that its owner moved to another calendar, which nobody pulled yet. */
  PATCH_OF_MOVED("push", "Lunch with Ada") {
    @Override
    void prepare(SyncedCalendar calendar) {
      connected(calendar.withSecond()).crmNamesLunch("Lunch with Ada");
      calendar.ownerMovesLunch();
    }
  },
  /** An account with more than one commit takes is pulled for the first time. */
  FIRST_PULL("") {
    @Override
    void prepare(SyncedCalendar calendar) {
      calendar.ownerMakesMany(EVENTS);
    }

    @Override
    void begin(SyncedCalendar calendar) {
      calendar.connect();
    }
  },
  /** The owner made an event. */
  PULL("pull", "Breakfast", "Lunch") {
    @Override
    void prepare(SyncedCalendar calendar) {
      connected(calendar).ownerMakes("breakfast1", "Breakfast");
    }
  },
  /** The owner deleted an event, which could have been moved to another calendar. */
  PULL_OF_DELETION("pull") {
    @Override
    void prepare(SyncedCalendar calendar) {
      connected(calendar.withSecond()).ownerDeletesLunch();
    }
  },
  /** The owner moved an event. */
  PULL_OF_MOVED("pull", "Lunch") {
    @Override
    void prepare(SyncedCalendar calendar) {
      connected(calendar.withSecond()).ownerMovesLunch();
    }
  };

  private static final int EVENTS = 2_600;

  private final String direction;
  private final List<String> titles;

  SyncWork(String direction, String... titles) {
    this.direction = direction;
    this.titles = List.of(titles);
  }

  /** Does everything before the sync. */
  abstract void prepare(SyncedCalendar calendar);

  /** Begins the sync. */
  void begin(SyncedCalendar calendar) {
    calendar.ask(direction);
  }

  private static SyncedCalendar connected(SyncedCalendar calendar) {
    calendar.connect();
    calendar.finishedRun();
    return calendar;
  }

  /** Titles and descriptions of what both sides hold in the end; empty if only their number. */
  List<String> titles() {
    return titles;
  }

  int items() {
    return this == FIRST_PULL ? EVENTS + 1 : titles.size();
  }
}
