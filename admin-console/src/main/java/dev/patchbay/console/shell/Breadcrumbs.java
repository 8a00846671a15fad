package dev.patchbay.console.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.patchbay.console.ui.Trail;
import java.util.List;

/** The way from the section to the page. */
class Breadcrumbs extends Nav {

  Breadcrumbs() {
    addClassName("crumbs");
    getElement().setAttribute("aria-label", "Breadcrumbs");
  }

  void show(List<Trail.Step> steps) {
    OrderedList way = new OrderedList();
    steps.forEach(step -> way.add(new ListItem(place(step))));
    removeAll();
    add(way);
  }

  private static Component place(Trail.Step step) {
    if (step.isHere()) {
      Span here = new Span(step.name());
      here.getElement().setAttribute("aria-current", "page");
      return here;
    }
    Anchor link = new Anchor(step.path(), step.name());
    link.getElement().setAttribute("router-link", true);
    return link;
  }
}
