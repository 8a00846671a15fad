package dev.patchbay.sandbox;

import dev.patchbay.sandbox.company.Company;
import dev.patchbay.sandbox.google.Google;
import dev.patchbay.sandbox.slack.Slack;
import dev.patchbay.sandbox.smtp.Smtp;
import dev.patchbay.sandbox.state.State;
import java.time.Clock;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** All simulated providers: those of the sandbox, named here and nowhere else, then those found. */
final class Providers {
  private Providers() {}

  static List<SimulatedProvider> all(State state, Clock clock) {
    return Stream.concat(
            Stream.of(
                new Google(state, clock),
                new Company(state, clock),
                new Smtp(state, clock),
                new Slack(state, clock)),
            ServiceLoader.load(ProviderFactory.class, Providers.class.getClassLoader()).stream()
                .map(found -> found.get().make(state, clock)))
        .toList();
  }
}
