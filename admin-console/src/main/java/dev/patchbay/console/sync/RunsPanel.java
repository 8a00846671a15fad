package dev.patchbay.console.sync;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Stream;

/** The latest runs of a connection; one under way moves on top of the others. */
public final class RunsPanel extends Section {
  private static final int SHOWN_AT_ONCE = 3;

  private final Div current = new Div();
  private final Div past = new Div();
  private transient List<SyncRun> shown;

  public RunsPanel() {
    addClassName("panel");
    add(new H2("Sync"), current, past);
  }

  /** Shows the runs, latest first; does nothing when they are as before. */
  public void show(List<SyncRun> runs) {
    if (runs.equals(shown)) {
      return;
    }
    shown = runs;
    current.removeAll();
    runs.stream().filter(run -> !run.isOver()).map(RunProgress::new).forEach(current::add);
    past.removeAll();
    List<SyncRun> over = runs.stream().filter(SyncRun::isOver).toList();
    if (over.isEmpty()) {
      past.add(new Paragraph(runs.isEmpty() ? "Nothing was synced yet." : "No run has ended yet."));
    } else {
      past.add(rows(over.stream().limit(SHOWN_AT_ONCE)));
    }
    if (over.size() > SHOWN_AT_ONCE) {
      past.add(new NativeDetails("Earlier runs", rows(over.stream().skip(SHOWN_AT_ONCE))));
    }
  }

  private static UnorderedList rows(Stream<SyncRun> runs) {
    UnorderedList rows = new UnorderedList();
    runs.map(RunRow::new).forEach(rows::add);
    return rows;
  }
}
