package dev.patchbay.console.twoway;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import dev.patchbay.console.connection.ConnectionTabs.Tab;
import dev.patchbay.console.signin.Visitor;
import dev.patchbay.console.ui.EmptyState;
import dev.patchbay.console.ui.Notice;
import dev.patchbay.console.ui.SureDialog;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;

/** Edits that did not reach the service, each with the service's own words. */
@Route("connections/:connection/quarantine")
@PermitAll
class QuarantineView extends ConnectionPage {

  @Inject
  QuarantineView(Visitor visitor) {
    super(
        visitor,
        Tab.QUARANTINE,
        "Edits that did not reach the service and are not sent again by themselves.");
  }

  @Override
  void enter(BeforeEnterEvent event) {
    show();
  }

  private void show() {
    content().removeAll();
    content().add(new LongList<>(quarantine()::page, this::card, none()));
  }

  private ListItem card(QuarantinedEdit edit) {
    QuarantineCard card = new QuarantineCard(edit);
    return mayWrite()
        ? card.offer("Retry", () -> retry(edit)).offer("Give up", () -> giveUp(edit))
        : card;
  }

  private void retry(QuarantinedEdit edit) {
    Runnable send =
        () -> {
          quarantine().retry(edit);
          done("It goes out with the next push");
        };
    if (edit.mayBeThere()) {
      new SureDialog(
              "Send " + edit.name() + " again?",
              "If the service has it after all, it may be there twice then. Look there first.",
              "Send again",
              send)
          .open();
    } else {
      send.run();
    }
  }

  private void giveUp(QuarantinedEdit edit) {
    new SureDialog(
            "Give up the edit of " + edit.name() + "?",
            "The record here is again what the service has, and your CRM learns of it. A record"
                + " that the service never had goes.",
            "Give up",
            () -> {
              quarantine().giveUp(edit);
              done("Given up");
            })
        .open();
  }

  private void done(String words) {
    show();
    Notice.done(words);
  }

  private Quarantine quarantine() {
    return new Quarantine(host(), id());
  }

  private static EmptyState none() {
    return new EmptyState(
        "check",
        "Nothing is in quarantine",
        "An edit that the service refuses stands here with its reason, while all others go on. You"
            + " can send it again or give it up.");
  }
}
