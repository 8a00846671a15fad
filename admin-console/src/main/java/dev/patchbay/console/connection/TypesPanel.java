package dev.patchbay.console.connection;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.ui.Amount;
import java.util.List;

/** How much of each type there is, for services whose records have no page of their own. */
class TypesPanel extends Section {
  private final Div content = new Div();
  private final transient List<Plugin.Type> types;

  TypesPanel(List<Plugin.Type> types) {
    this.types = types;
    addClassName("panel");
    add(new H2("Records"), content);
  }

  void show(Connection connection) {
    UnorderedList list = new UnorderedList();
    types.forEach(type -> list.add(row(type, connection.recordCount(type.name()))));
    content.removeAll();
    content.add(list);
  }

  private static ListItem row(Plugin.Type type, long records) {
    Span dot = new Span();
    dot.addClassName("dot");
    Span name = new Span(type.label());
    name.addClassName("collection-name");
    Span count = new Span(Amount.of(records, "record", "records"));
    count.addClassName("faint");
    ListItem row = new ListItem(dot, name, count);
    row.addClassName("collection");
    return row;
  }
}
