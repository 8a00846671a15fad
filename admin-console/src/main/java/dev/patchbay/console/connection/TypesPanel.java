package dev.patchbay.console.connection;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import dev.patchbay.console.plugin.Plugin;
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
    types.forEach(
        type -> list.add(new CountedRow(type.label(), connection.recordCount(type.name()))));
    content.removeAll();
    content.add(list);
  }
}
