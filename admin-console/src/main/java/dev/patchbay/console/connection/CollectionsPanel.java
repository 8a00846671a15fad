package dev.patchbay.console.connection;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.ui.Moment;
import java.util.List;

/** The calendars, folders and the like that the account holds. */
class CollectionsPanel extends Section {
  private final Div content = new Div();

  private final transient List<Plugin.Type> types;

  CollectionsPanel(List<Plugin.Type> types) {
    this.types = types;
    addClassName("panel");
    add(new H2("Collections"), content);
  }

  void show(List<Collection> collections) {
    content.removeAll();
    if (collections.isEmpty()) {
      content.add(
          new Paragraph(
              "Nothing was read yet. A sync finds out what this account holds; some services are read"
                  + " only if the integration says where to look."));
      return;
    }
    UnorderedList list = new UnorderedList();
    collections.forEach(one -> list.add(row(one)));
    content.add(list);
  }

  private ListItem row(Collection collection) {
    String name = collection.name() + kind(collection) + (collection.primary() ? " · main" : "");
    CountedRow row = new CountedRow(name, collection.records());
    collection.plainColor().ifPresent(color -> row.dot().getStyle().setBackground(color));
    collection.lastSync().ifPresent(at -> row.facts().add(new Span(" · "), new Moment(at)));
    return row;
  }

  /** One container may hold items of several types, each a collection of its own. */
  private String kind(Collection collection) {
    return types.stream()
        .filter(type -> types.size() > 1 && type.name().equals(collection.type()))
        .map(type -> " · " + type.label())
        .findFirst()
        .orElse("");
  }
}
