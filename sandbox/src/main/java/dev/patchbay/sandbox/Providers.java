package dev.patchbay.sandbox;

import dev.patchbay.sandbox.company.Company;
import dev.patchbay.sandbox.google.Google;
import dev.patchbay.sandbox.smtp.Smtp;
import dev.patchbay.sandbox.state.State;
import java.time.Clock;
import java.util.List;

/** All simulated providers; a new one is added here and nowhere else. */
final class Providers {
  private Providers() {}

  static List<SimulatedProvider> all(State state, Clock clock) {
    return List.of(new Google(state, clock), new Company(state, clock), new Smtp(state, clock));
  }
}
