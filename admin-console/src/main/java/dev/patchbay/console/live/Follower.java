package dev.patchbay.console.live;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import dev.patchbay.console.host.HostUnreachable;
import dev.patchbay.console.live.Schedule.Stop;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One thing that one open page follows. */
final class Follower<T> {
  private final UI ui;
  private final Supplier<T> ask;
  private final Predicate<T> show;
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile Stop schedule = () -> {};

  Follower(UI ui, Supplier<T> ask, Predicate<T> show) {
    this.ui = ui;
    this.ask = ask;
    this.show = show;
  }

  void startOn(Schedule beats, Duration pause) {
    schedule = beats.every(pause, this::beat);
    if (over.get()) {
      schedule.stop();
    }
  }

  void stop() {
    over.set(true);
    schedule.stop();
  }

  private void beat() {
    if (over.get()) {
      return;
    }
    try {
      push(ask.get());
    } catch (HostUnreachable hostMayComeBack) {
      return;
    } catch (UIDetachedException pageIsGone) {
      stop();
    } catch (RuntimeException problem) {
      stop();
      Future<Void> unused =
          ui.access(
              () -> {
                throw problem;
              });
    }
  }

  private void push(T heard) {
    Future<Void> unused =
        ui.access(
            () -> {
              if (!over.get() && !show.test(heard)) {
                stop();
              }
            });
  }
}
