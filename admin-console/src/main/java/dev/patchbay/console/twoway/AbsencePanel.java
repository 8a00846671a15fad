package dev.patchbay.console.twoway;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.ui.Amount;
import dev.patchbay.console.ui.Glyph;
import java.util.Optional;

/** Records that the service no longer shows, and the word that lets them be deleted here. */
final class AbsencePanel extends Section {

  /**
   * @param delete what lets exactly these be deleted; empty for those who may only look
   */
  AbsencePanel(Plugin.Type type, PullPlan plan, Optional<Runnable> delete) {
    addClassNames("panel", "plan");
    Div head =
        new Div(
            new H2(
                "%s: %s no longer shown"
                    .formatted(type.label(), Amount.of(plan.absent(), "record", "records"))));
    head.addClassName("plan-head");
    delete.ifPresent(act -> head.add(button(type, act)));
    add(head);
    Paragraph why =
        new Paragraph(
            "The service no longer shows them, and did not say that they are deleted. Nothing of it"
                + " was deleted here: it may be a fault of the service or a lost permission.");
    why.addClassName("plan-why");
    add(why);
    plan.collections().forEach(one -> add(new Paragraph(words(one))));
    UnorderedList records = new UnorderedList();
    plan.items().forEach(item -> records.add(new ListItem(item.name())));
    add(records);
    long more = plan.absent() - plan.items().size();
    if (more > 0) {
      add(new Paragraph("and " + Amount.of(more, "more record", "more records")));
    }
  }

  private static String words(PullPlan.PlannedCollection one) {
    return "%s: %d of %s"
        .formatted(one.name(), one.absent(), Amount.of(one.records(), "record", "records"));
  }

  private static Button button(Plugin.Type type, Runnable act) {
    String verb = "They are gone: delete them here";
    Button delete = new Button(verb, new Glyph("sync"), click -> act.run());
    delete.addThemeVariants(ButtonVariant.LUMO_ERROR);
    delete.setAriaLabel(verb + ": " + type.label());
    delete.setDisableOnClick(true);
    return delete;
  }
}
