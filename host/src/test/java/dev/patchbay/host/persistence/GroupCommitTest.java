package dev.patchbay.host.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.host.fixture.Together;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
  private static final int THREADS = 16;
  private static final int TIMES = 500;

  private final ExecutorService pool = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    pool.shutdownNow();
  }

  @Test
  void should_have_everything_committed_once_when_callers_return() throws Exception {
    Set<Integer> committed = ConcurrentHashMap.newKeySet();
    var group =
        new GroupCommit<Integer>(
            5,
            values -> {
              assertThat(values).hasSizeBetween(1, 5);
              values.forEach(value -> assertThat(committed.add(value)).isTrue());
            });

    Together.run(
        THREADS,
        thread -> {
          for (int i = 0; i < TIMES; i++) {
            int value = thread * TIMES + i;
            group.add(value);
            assertThat(committed).contains(value);
          }
          return thread;
        });

    assertThat(committed).hasSize(THREADS * TIMES);
  }

  @Test
  void should_share_a_commit_when_they_come_while_another_is_under_way() throws Exception {
    List<List<String>> groups = Collections.synchronizedList(new ArrayList<>());
    var begun = new CountDownLatch(1);
    var others = new CountDownLatch(1);
    var group =
        new GroupCommit<String>(
            10,
            values -> {
              groups.add(values);
              begun.countDown();
              await(others);
            });

    Future<?> first = pool.submit(() -> group.add("first"));
    await(begun);
    Thread second = new Thread(() -> group.add("second"));
    Thread third = new Thread(() -> group.add("third"));
    second.start();
    third.start();
    awaitWaiting(second);
    awaitWaiting(third);
    others.countDown();
    first.get(30, TimeUnit.SECONDS);
    second.join();
    third.join();

    assertThat(groups).hasSize(2);
    assertThat(groups.get(1)).containsExactlyInAnyOrder("second", "third");
  }

  @Test
  void should_tell_everybody_of_a_group_what_kept_it_from_its_commit() throws Exception {
    var group =
        new GroupCommit<String>(
            10,
            values -> {
              throw new IllegalStateException("no disk");
            });

    Together.run(
        THREADS,
        thread -> {
          assertThatThrownBy(() -> group.add("value")).hasMessage("no disk");
          return thread;
        });
  }

  @Test
  void should_return_after_the_commit_and_still_be_interrupted_when_it_is_meanwhile()
      throws Exception {
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    Set<String> committed = ConcurrentHashMap.newKeySet();
    var group =
        new GroupCommit<String>(
            1,
            values -> {
              begun.countDown();
              await(goOn);
              committed.addAll(values);
            });
    Future<?> first = pool.submit(() -> group.add("first"));
    await(begun);
    var seen = Collections.synchronizedList(new ArrayList<Boolean>());
    Thread second =
        new Thread(
            () -> {
              group.add("second");
              seen.add(committed.contains("second"));
              seen.add(Thread.currentThread().isInterrupted());
            });
    second.start();
    awaitWaiting(second);
    second.interrupt();
    goOn.countDown();
    second.join();
    first.get(30, TimeUnit.SECONDS);

    assertThat(seen).containsExactly(true, true);
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
