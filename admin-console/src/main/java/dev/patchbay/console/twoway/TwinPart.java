package dev.patchbay.console.twoway;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.patchbay.console.twoway.PushPlan.Candidate;
import dev.patchbay.console.twoway.PushPlan.Item;
import java.util.Optional;
import java.util.function.Consumer;

/** That the service may have a new record already, and the choice where nobody else can tell. */
final class TwinPart extends Div {
  private static final String NONE = "none";

  /**
   * @param choose what is done with the choice: the id of a record, or {@code none}; empty for
   *     those who may only look
   */
  TwinPart(Item item, PushPlan plan, Optional<Consumer<String>> choose) {
    PushPlan.Twin twin = item.twin();
    String by = String.join(", ", twin.by());
    if (!twin.isOpen()) {
      add(new Paragraph("The service has it already (same " + by + "): both become one record."));
      return;
    }
    Paragraph question =
        new Paragraph(
            "The service may have it already (same "
                + by
                + "). It is not sent until somebody says which one it is.");
    question.addClassName("plan-why");
    UnorderedList candidates = new UnorderedList();
    twin.candidates().forEach(one -> candidates.add(candidate(item, one, plan, choose)));
    add(question, candidates);
    choose.ifPresent(act -> add(button("It is new: " + item.name(), "It is new", NONE, act)));
  }

  private static ListItem candidate(
      Item item, Candidate one, PushPlan plan, Optional<Consumer<String>> choose) {
    ListItem line = new ListItem(new Span(words(one, plan)));
    choose
        .filter(act -> one.free())
        .ifPresent(
            act ->
                line.add(
                    button(
                        "It is %s: %s".formatted(words(one, plan), item.name()),
                        "It is this one",
                        one.recordId(),
                        act)));
    return line;
  }

  private static String words(Candidate one, PushPlan plan) {
    String where = plan.collectionName(one.collection());
    String name = one.title() == null ? one.recordId() : one.title();
    String place = where.isEmpty() ? " in another collection" : " in " + where;
    return name + place + (one.crmId() == null ? "" : ", which is your CRM's " + one.crmId());
  }

  private static Button button(
      String accessibleName, String words, String same, Consumer<String> choose) {
    Button button = new Button(words, click -> choose.accept(same));
    button.setAriaLabel(accessibleName);
    return button;
  }
}
