package dev.patchbay.console.twoway;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.patchbay.console.ui.Badge;
import dev.patchbay.console.ui.Moment;
import dev.patchbay.console.ui.Tone;

/** One edit that waits: what it would do, why it did not, and what can be done about it. */
final class QuarantineCard extends ListItem {
  private final transient QuarantinedEdit edit;
  private final Div actions = new Div();

  QuarantineCard(QuarantinedEdit edit) {
    this.edit = edit;
    addClassName("card");
    Span when = new Span(new Span("Edited "), new Moment(edit.editedAt()));
    when.addClassName("faint");
    H2 title = new H2(edit.name());
    title.addClassName("card-title");
    Div head = new Div(edit.kind().badge(), title, state(edit), when);
    head.addClassName("card-head");
    add(head, new Paragraph(edit.inWords()));
    if (edit.reason() != null) {
      Paragraph reason = new Paragraph(edit.reason());
      reason.addClassName("refusal");
      add(reason);
    }
    if (!edit.changes().isEmpty()) {
      add(new ChangeTable(edit.name(), edit.changes()));
    }
    actions.addClassName("card-actions");
    add(actions);
  }

  private static Badge state(QuarantinedEdit edit) {
    return edit.mayBeThere()
        ? new Badge(Tone.ATTENTION, "Outcome unknown")
        : new Badge(Tone.BAD, "Refused");
  }

  QuarantineCard offer(String verb, Runnable act) {
    Button button = new Button(verb, click -> act.run());
    button.setAriaLabel(verb + ": " + edit.name());
    actions.add(button);
    return this;
  }
}
