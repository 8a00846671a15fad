package dev.patchbay.host.rotation;

import dev.patchbay.host.fixture.PooledConnections;
import dev.patchbay.host.fixture.TestDatabase;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A node of its own that rotates in small steps until it is killed; or until the test has ended, at
 * the latest: it shares the database with the tests after it, which would find their rotations
 * taken.
 */
final class RotationProcess {
  private static final RotationPace SMALL_STEPS =
      new RotationPace(20, Duration.ofSeconds(3), Duration.ofSeconds(10));

  private RotationProcess() {}

  static Process start(String url) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Duser.timezone=UTC",
            "-cp",
            System.getProperty("java.class.path"),
            RotationProcess.class.getName(),
            url)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.INHERIT)
        .start();
  }

  public static void main(String[] arguments) {
    ProcessHandle.current()
        .parent()
        .ifPresent(test -> test.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
    var database = TestDatabase.at(PooledConnections.to(arguments[0]));
    var world = new RotationWorld(database, Clock.systemUTC(), SMALL_STEPS);
    while (true) {
      world.work.run();
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }
}
