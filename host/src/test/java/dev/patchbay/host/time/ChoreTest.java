package dev.patchbay.host.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ChoreTest {

  @Test
  void should_come_again_when_it_has_failed() throws Exception {
    var timer = Executors.newSingleThreadScheduledExecutor();
    var times = new CountDownLatch(3);
    Runnable failing =
        () -> {
          times.countDown();
          throw new IllegalStateException("the database is away");
        };

    timer.scheduleWithFixedDelay(new Chore("try", failing), 0, 1, TimeUnit.MILLISECONDS);

    assertThat(times.await(10, TimeUnit.SECONDS)).isTrue();
    timer.shutdownNow();
  }
}
