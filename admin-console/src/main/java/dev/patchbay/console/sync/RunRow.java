package dev.patchbay.console.sync;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.patchbay.console.ui.Amount;
import dev.patchbay.console.ui.Badge;
import dev.patchbay.console.ui.Moment;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One past run: how it ended, and how many items met which fate. */
final class RunRow extends ListItem {
  private static final int ERRORS_SHOWN = 3;

  RunRow(SyncRun run) {
    addClassName("run");
    Div head = new Div(new Badge(run.state().tone(), run.state().label()));
    head.addClassName("run-head");
    run.ended().ifPresent(at -> head.add(new Moment(at)));
    Span counts = new Span(counts(run));
    counts.addClassName("faint");
    add(head, counts);
    String sent = sent(run);
    if (!sent.isEmpty()) {
      Span there = new Span(sent);
      there.addClassName("faint");
      add(there);
    }
    if (!run.errors().isEmpty()) {
      add(errors(run.errors()));
    }
  }

  private static String counts(SyncRun run) {
    String changes =
        Stream.of(
                part(run.created(), "new"),
                part(run.updated(), "changed"),
                part(run.deleted(), "deleted"),
                part(run.failed(), "failed"))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" · "));
    String same = Amount.of(run.unchanged()) + " unchanged";
    return changes.isEmpty() ? "No changes · " + same : changes + " · " + same;
  }

  private static String sent(SyncRun run) {
    SyncRun.Sent sent = run.sent();
    return Stream.of(
            part(sent.created() + sent.updated() + sent.deleted(), "sent"),
            part(sent.refused(), "refused"),
            part(sent.unknown(), "of unknown outcome"),
            part(run.conflicts(), run.conflicts() == 1 ? "conflict" : "conflicts"))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private static String part(long number, String what) {
    return number == 0 ? "" : Amount.of(number) + " " + what;
  }

  private static UnorderedList errors(List<SyncRun.ItemError> errors) {
    UnorderedList list = new UnorderedList();
    list.addClassName("run-errors");
    errors.stream().limit(ERRORS_SHOWN).forEach(error -> list.add(new ListItem(error.message())));
    if (errors.size() > ERRORS_SHOWN) {
      list.add(new ListItem("and " + Amount.of(errors.size() - ERRORS_SHOWN) + " more"));
    }
    return list;
  }
}
