package dev.patchbay.console.twoway;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.patchbay.console.connection.ConnectionTabs.Tab;
import dev.patchbay.console.sync.SyncRun;
import dev.patchbay.console.ui.Amount;
import dev.patchbay.console.ui.Badge;
import dev.patchbay.console.ui.Moment;
import java.time.Duration;

/** One run with a number for each outcome, and everything it had to say. */
final class RunCard extends ListItem {

  RunCard(SyncRun run) {
    addClassName("card");
    H2 title = new H2(direction(run) + " · " + run.type());
    title.addClassName("card-title");
    Div head = new Div(new Badge(run.state().tone(), run.state().label()), title, when(run));
    head.addClassName("card-head");
    add(head);
    if (run.needsWord()) {
      add(link("What it would do waits for a person's word: look at the plan", run, Tab.PLAN));
    }
    add(counts(run));
    if (!run.errors().isEmpty()) {
      UnorderedList errors = new UnorderedList();
      errors.addClassName("run-errors");
      run.errors().forEach(error -> errors.add(new ListItem(words(error))));
      add(errors);
    }
  }

  private static String direction(SyncRun run) {
    return switch (run.direction()) {
      case "pull" -> "From the service";
      case "push" -> "To the service";
      default -> "Both ways";
    };
  }

  private static Span when(SyncRun run) {
    Span when = new Span(new Moment(run.began()));
    when.addClassName("faint");
    run.ended()
        .map(end -> Duration.between(run.began(), end))
        .ifPresent(took -> when.add(new Span(" · took " + seconds(took))));
    return when;
  }

  private static String seconds(Duration took) {
    if (took.toSeconds() == 0) {
      return "less than a second";
    }
    return took.toMinutes() > 0
        ? Amount.of(took.toMinutes(), "minute", "minutes")
        : Amount.of(took.toSeconds(), "second", "seconds");
  }

  private static Div counts(SyncRun run) {
    DescriptionList read = new DescriptionList();
    put(read, "New", run.created());
    put(read, "Changed", run.updated());
    put(read, "Deleted", run.deleted());
    put(read, "Unchanged", run.unchanged());
    put(read, "Unreadable", run.failed());
    SyncRun.Sent sent = run.sent();
    DescriptionList written = new DescriptionList();
    put(written, "Made", sent.created());
    put(written, "Changed", sent.updated());
    put(written, "Deleted", sent.deleted());
    put(written, link("Quarantined", run, Tab.QUARANTINE), sent.refused());
    put(written, link("Outcome unknown", run, Tab.QUARANTINE), sent.unknown());
    DescriptionList met = new DescriptionList();
    put(met, link("Conflicts", run, Tab.CONFLICTS), run.conflicts());
    Div all =
        new Div(group("Read", read), group("Sent to the service", written), group("Met", met));
    all.addClassName("counts");
    return all;
  }

  private static Div group(String label, DescriptionList counts) {
    Span name = new Span(label);
    name.addClassName("faint");
    return new Div(name, counts);
  }

  private static void put(DescriptionList list, String what, long number) {
    put(list, new Span(what), number);
  }

  private static void put(DescriptionList list, Component what, long number) {
    Div pair =
        new Div(new DescriptionList.Term(what), new DescriptionList.Description(Amount.of(number)));
    pair.setClassName("count-none", number == 0);
    list.getElement().appendChild(pair.getElement());
  }

  private static Anchor link(String words, SyncRun run, Tab tab) {
    Anchor link = new Anchor(tab.address(run.connectionId()), words);
    link.getElement().setAttribute("router-link", true);
    return link;
  }

  private static String words(SyncRun.ItemError error) {
    return error.externalId() == null
        ? error.message()
        : error.message() + " (item " + error.externalId() + ")";
  }
}
