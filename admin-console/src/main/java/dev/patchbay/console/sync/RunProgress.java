package dev.patchbay.console.sync;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.patchbay.console.ui.Amount;
import dev.patchbay.console.ui.Badge;
import dev.patchbay.console.ui.Moment;

/**
 * A run under way. Services do not tell how much is still to come, so the bar only shows that
 * something moves, and the numbers show how far it is.
 */
final class RunProgress extends Div {
  private final Div words = new Div();

  RunProgress(SyncRun run) {
    addClassName("progress");
    getElement().setAttribute("role", "status");
    ProgressBar bar = new ProgressBar();
    bar.setIndeterminate(true);
    bar.getElement().setAttribute("aria-label", "Sync is running");
    add(words, bar);
    show(run);
  }

  void show(SyncRun run) {
    Span items = new Span(Amount.of(run.itemsProcessed(), "item so far", "items so far"));
    items.addClassName("progress-items");
    words.removeAll();
    words.addClassName("progress-words");
    words.add(new Badge(run.state().tone(), run.state().label()), items);
    run.waiting()
        .ifPresent(
            until -> words.add(new Span("The service asked to wait; on we go"), new Moment(until)));
    run.collection().ifPresent(name -> words.add(new Span("reading " + name)));
  }
}
