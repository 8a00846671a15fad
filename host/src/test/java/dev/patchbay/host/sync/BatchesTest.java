package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.host.record.Deletion;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final Batches batches = new Batches(executor, Clock.systemUTC());

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  @Test
  void should_fill_the_next_batch_while_one_is_written() {
    var written = new CountDownLatch(1);
    fill("a");

    batches.send(batch -> await(written));
    fill("b");

    assertThat(batches.holds("a")).as("on its way").isTrue();
    assertThat(batches.holds("b")).as("waiting").isTrue();
    assertThat(batches.filling().changes()).isEqualTo(1);
    written.countDown();
  }

  @Test
  void should_write_one_after_the_other_in_their_order() {
    var order = new ArrayList<Integer>();
    var atOnce = new AtomicInteger();
    for (int i = 1; i <= 20; i++) {
      for (int item = 0; item < i; item++) {
        fill(i + "-" + item);
      }
      batches.send(
          batch -> {
            assertThat(atOnce.incrementAndGet()).isEqualTo(1);
            order.add(batch.changes());
            atOnce.decrementAndGet();
          });
    }

    assertThat(batches.last().isEmpty()).isTrue();
    assertThat(order).hasSize(20).isSorted().startsWith(1).endsWith(20);
  }

  @Test
  void should_begin_no_further_commit_when_one_has_failed() {
    var begun = new ArrayList<Batch>();
    var failure = new Superseded("run_1");
    fill("a");
    batches.send(
        batch -> {
          throw failure;
        });

    for (int i = 0; i < 2; i++) {
      fill("b");
      assertThatThrownBy(() -> batches.send(begun::add)).isSameAs(failure);
    }
    assertThatThrownBy(batches::last).isSameAs(failure);
    assertThat(begun).isEmpty();
  }

  @Test
  void should_throw_an_error_as_it_is_when_a_commit_breaks() {
    var error = new StackOverflowError();
    batches.send(
        batch -> {
          throw error;
        });

    assertThatThrownBy(batches::settle).isSameAs(error);
  }

  @Test
  void should_wait_for_the_commit_on_its_way_when_closed() {
    var written = new CountDownLatch(1);
    var done = new ArrayList<String>();
    batches.send(
        batch -> {
          await(written);
          done.add("written");
        });

    var closed = CompletableFuture.runAsync(batches::close, executor);
    assertThat(closed).isNotDone();
    written.countDown();
    closed.join();

    assertThat(done).isEqualTo(List.of("written"));
  }

  private void fill(String externalId) {
    batches.filling().delete(new Deletion(externalId, "cancelled", null));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
