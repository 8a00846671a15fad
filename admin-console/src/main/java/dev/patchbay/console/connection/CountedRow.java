package dev.patchbay.console.connection;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import dev.patchbay.console.ui.Amount;

/** Something that holds records: a mark, its name, how many there are. */
class CountedRow extends ListItem {
  private final Span dot = new Span();
  private final Span facts = new Span();

  CountedRow(String name, long records) {
    Span words = new Span(name);
    words.addClassName("collection-name");
    dot.addClassName("dot");
    facts.addClassName("faint");
    facts.add(new Span(Amount.of(records, "record", "records")));
    addClassName("collection");
    add(dot, words, facts);
  }

  Span dot() {
    return dot;
  }

  Span facts() {
    return facts;
  }
}
