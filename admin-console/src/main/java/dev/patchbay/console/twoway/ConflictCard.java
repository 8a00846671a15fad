package dev.patchbay.console.twoway;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.patchbay.console.twoway.Conflict.Side;
import dev.patchbay.console.ui.Badge;
import dev.patchbay.console.ui.Moment;
import dev.patchbay.console.ui.Tone;
import java.util.Optional;
import java.util.function.Consumer;

/** One field with the values of both sides next to each other, and the choice between them. */
final class ConflictCard extends ListItem {

  /**
   * @param choose what is done with the choice; empty where there is none to make
   */
  ConflictCard(Conflict conflict, Optional<Consumer<Side>> choose) {
    addClassName("card");
    Span when = new Span(new Span("Noticed "), new Moment(conflict.noticedAt()));
    when.addClassName("faint");
    H2 title = new H2(conflict.record());
    title.addClassName("card-title");
    Div head = new Div(title, when);
    head.addClassName("card-head");
    Paragraph field = new Paragraph(FieldPath.words(conflict.path()));
    field.addClassName("conflict-field");
    Div sides = new Div(side(conflict, Side.CRM, choose), side(conflict, Side.SERVICE, choose));
    sides.addClassName("sides");
    add(head, field, sides);
    if (!conflict.isOpen()) {
      add(new Paragraph("It was " + conflict.decider() + "."));
    }
  }

  private static Div side(Conflict conflict, Side side, Optional<Consumer<Side>> choose) {
    H3 name = new H3(side.label());
    Div head = new Div(name);
    head.addClassName("card-head");
    if (conflict.isOf(side)) {
      head.add(new Badge(Tone.GOOD, "Stands"));
    } else if (conflict.isOpen() && side == Side.SERVICE) {
      head.add(new Badge(Tone.IDLE, "Stands until you decide"));
    }
    Div part = new Div(head, new FieldValue(side.of(conflict)));
    part.addClassName("side-value");
    choose.ifPresent(act -> part.add(button(conflict, side, act)));
    return part;
  }

  private static Button button(Conflict conflict, Side side, Consumer<Side> choose) {
    String verb = side == Side.CRM ? "Keep the CRM's" : "Keep the service's";
    Button keep = new Button(verb, click -> choose.accept(side));
    keep.setAriaLabel(
        "%s: %s of %s".formatted(verb, FieldPath.words(conflict.path()), conflict.record()));
    return keep;
  }
}
