package dev.patchbay.console.sync;

import com.vaadin.flow.component.Component;
import dev.patchbay.console.live.Pulse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Follows the runs of a connection for a page: often while one is under way, seldom otherwise, so
 * that runs that others start show up too.
 */
public final class SyncWatch {
  private static final Duration BEAT = Duration.ofMillis(700);
  private static final int SELDOM = 6;

  private final SyncRuns runs;
  private final String connection;
  private final Consumer<List<SyncRun>> show;
  private final AtomicInteger beats = new AtomicInteger();
  private volatile boolean moving;

  public SyncWatch(SyncRuns runs, String connection, Consumer<List<SyncRun>> show) {
    this.runs = runs;
    this.connection = connection;
    this.show = show;
  }

  /** Shows how things stand now, for example after a run was started. */
  public void look() {
    show(runs.latest(connection));
  }

  /** Keeps looking for as long as the page is there. */
  public void follow(Pulse pulse, Component page) {
    pulse.follow(page, BEAT, this::ask, this::heard);
  }

  private Optional<List<SyncRun>> ask() {
    boolean due = moving || beats.incrementAndGet() % SELDOM == 0;
    return due ? Optional.of(runs.latest(connection)) : Optional.empty();
  }

  private boolean heard(Optional<List<SyncRun>> latest) {
    latest.ifPresent(this::show);
    return true;
  }

  private void show(List<SyncRun> latest) {
    moving = latest.stream().anyMatch(run -> !run.isOver());
    show.accept(latest);
  }
}
