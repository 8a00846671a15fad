package dev.patchbay.host.mutation;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.Optional;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs one test method in a world of its own classes. */
final class TestRun {

  private TestRun() {}

  /** What the test complained of; empty if it passed. */
  static Optional<String> failure(Vector vector, ClassLoader classes)
      throws ClassNotFoundException {
    Thread thread = Thread.currentThread();
    ClassLoader usual = thread.getContextClassLoader();
    thread.setContextClassLoader(classes);
    try {
      return run(
          LauncherDiscoveryRequestBuilder.request()
              .selectors(selectMethod(classes.loadClass(vector.testClass()), vector.testMethod()))
              .build());
    } finally {
      thread.setContextClassLoader(usual);
    }
  }

  private static Optional<String> run(LauncherDiscoveryRequest test) {
    var listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(test, listener);
    var summary = listener.getSummary();
    if (summary.getTestsFoundCount() == 0) {
      throw new IllegalStateException("There is no such test");
    }
    return summary.getFailures().stream()
        .map(failure -> String.valueOf(failure.getException().getMessage()))
        .findFirst();
  }
}
