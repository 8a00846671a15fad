package dev.patchbay.console.twoway;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import dev.patchbay.console.connection.ConnectionTabs.Tab;
import dev.patchbay.console.signin.Visitor;
import dev.patchbay.console.ui.EmptyState;
import dev.patchbay.console.ui.Notice;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Fields that both sides edited: those that wait for a person, or how the others were decided. */
@Route("connections/:connection/conflicts")
@PermitAll
class ConflictsView extends ConnectionPage {
  private static final String OPEN = "open";
  private static final String DECIDED = "decided";

  @Inject
  ConflictsView(Visitor visitor) {
    super(visitor, Tab.CONFLICTS, "Fields that your CRM and the service both edited.");
  }

  @Override
  void enter(BeforeEnterEvent event) {
    boolean decided =
        event
            .getLocation()
            .getQueryParameters()
            .getSingleParameter("state")
            .filter(DECIDED::equals)
            .isPresent();
    show(decided ? DECIDED : OPEN);
  }

  private void show(String state) {
    content().removeAll();
    String here = Tab.CONFLICTS.address(id());
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("Open", here);
    choices.put("Decided", here + "?state=" + DECIDED);
    content()
        .add(
            new Choices("Which conflicts", choices, state.equals(OPEN) ? "Open" : "Decided"),
            new LongList<>(
                cursor -> conflicts().page(state, cursor),
                this::card,
                state.equals(OPEN) ? noneOpen() : noneDecided()));
  }

  private ListItem card(Conflict conflict) {
    return new ConflictCard(
        conflict,
        mayWrite() && conflict.isOpen()
            ? Optional.of(winner -> resolve(conflict, winner))
            : Optional.empty());
  }

  private void resolve(Conflict conflict, Conflict.Side winner) {
    conflicts().resolve(conflict, winner);
    show(OPEN);
    Notice.done(
        winner == Conflict.Side.CRM
            ? "Kept the CRM's; it goes to the service with the next push"
            : "Kept the service's");
  }

  private Conflicts conflicts() {
    return new Conflicts(host(), id());
  }

  private static EmptyState noneOpen() {
    return new EmptyState(
        "check",
        "No conflict waits for you",
        "When both sides edit the same field and the policy is to ask, both values stand here next"
            + " to each other, and you choose. The rest of the record goes on being synced.");
  }

  private static EmptyState noneDecided() {
    return new EmptyState(
        "check",
        "Nothing was decided yet",
        "Every field that both sides edited stands here afterwards with both values, and who or"
            + " what decided.");
  }
}
