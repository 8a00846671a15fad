package dev.patchbay.console.live;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Keeps a page in step with the host: asks in the background, where waiting holds no lock, and
 * pushes what it hears to the browser.
 */
@Singleton
public class Pulse {
  private final Schedule schedule;

  @Inject
  public Pulse(Schedule schedule) {
    this.schedule = schedule;
  }

  /**
   * Asks again and again and shows the answers, until {@code show} says {@code false} or the part
   * of the page is gone.
   */
  public <T> void follow(Component part, Duration pause, Supplier<T> ask, Predicate<T> show) {
    Follower<T> follower = new Follower<>(UI.getCurrent(), ask, show);
    follower.startOn(schedule, pause);
    part.addDetachListener(gone -> follower.stop());
  }
}
