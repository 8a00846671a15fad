package dev.patchbay.console.twoway;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.ui.Amount;
import dev.patchbay.console.ui.Glyph;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The plan of one type: why it waits, what each edit would do, and the word that lets it go. */
final class PlanPanel extends Section {

  /**
   * @param send what lets exactly this plan go; empty for those who may only look
   * @param recognise says which item of the service a new record is; empty for the same people
   */
  PlanPanel(
      Plugin.Type type,
      PushPlan plan,
      Optional<Runnable> send,
      Optional<BiConsumer<String, String>> recognise) {
    addClassNames("panel", "plan");
    Div head = new Div(new H2(type.label() + ": " + Amount.of(plan.edits(), "edit", "edits")));
    head.addClassName("plan-head");
    send.filter(act -> plan.sends()).ifPresent(act -> head.add(button(type, plan, act)));
    add(head);
    plan.collections().forEach(collection -> add(collection(collection)));
    UnorderedList edits = new UnorderedList();
    edits.addClassName("cards");
    plan.items().forEach(item -> edits.add(edit(item, plan, recognise)));
    add(edits);
    long more = plan.edits() - plan.items().size();
    if (more > 0) {
      add(new Paragraph("and " + Amount.of(more, "more edit", "more edits") + " of the same plan"));
    }
  }

  private static Button button(Plugin.Type type, PushPlan plan, Runnable act) {
    String verb = plan.needsConfirmation() ? "Confirm and send" : "Send now";
    Button send = new Button(verb, new Glyph("sync"), click -> act.run());
    send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    send.setAriaLabel(verb + ": " + type.label());
    send.setDisableOnClick(true);
    return send;
  }

  private static Div collection(PushPlan.PlannedCollection one) {
    Span counts =
        new Span(
            "%s: %d new, %s%d changed, %s%d deleted, of %s"
                .formatted(
                    one.name(),
                    one.creates(),
                    met(one),
                    one.updates(),
                    one.leaving() == 0 ? "" : one.leaving() + " moved away, ",
                    one.deletes(),
                    Amount.of(one.records(), "record", "records")));
    Div words = new Div(counts);
    one.reason()
        .ifPresent(
            why -> {
              Paragraph waits = new Paragraph(why + ", so it waits for a person's word.");
              waits.addClassName("plan-why");
              words.add(waits);
            });
    return words;
  }

  private static String met(PushPlan.PlannedCollection one) {
    return (one.joins() == 0 ? "" : one.joins() + " already there, ")
        + (one.unsure() == 0 ? "" : one.unsure() + " perhaps already there, ");
  }

  private static ListItem edit(
      PushPlan.Item item, PushPlan plan, Optional<BiConsumer<String, String>> recognise) {
    Span where = new Span(plan.collectionName(item.collection()));
    where.addClassName("faint");
    Div head = new Div(item.kind().badge(), new H3(item.name()), where);
    head.addClassName("card-head");
    ListItem card = new ListItem(head);
    card.addClassName("card");
    if (item.moveTo() != null) {
      card.add(new Paragraph("It would be moved to " + plan.collectionName(item.moveTo()) + "."));
    }
    if (item.notifies()) {
      card.add(new Paragraph("It tells invitees: the service would mail everybody invited."));
    }
    if (item.split() != null) {
      card.add(new Paragraph(item.split().sentence()));
    }
    if (item.twin() != null) {
      card.add(
          new TwinPart(
              item, plan, recognise.map(act -> same -> act.accept(item.recordId(), same))));
    }
    if (!item.changes().isEmpty()) {
      card.add(new ChangeTable(item.name(), item.changes()));
    } else if (item.kind() == EditKind.DELETE) {
      card.add(new Paragraph("It would be gone at the service."));
    }
    return card;
  }
}
