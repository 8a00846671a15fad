package dev.patchbay.sandbox.google.calendar;

import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SettableClock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fresh sandbox on a Wednesday morning, and a client that may do everything. */
abstract class SandboxCalendarTest {
  final SettableClock clock = new SettableClock(Instant.parse("2026-11-25T09:00:00Z"));
  Sandbox sandbox;
  CalendarClient client;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start(null, 0, clock);
    client = CalendarClient.of(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }
}
