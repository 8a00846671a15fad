package dev.patchbay.console.twoway;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import dev.patchbay.console.connection.ConnectionTabs.Tab;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.signin.Visitor;
import dev.patchbay.console.sync.SyncRuns;
import dev.patchbay.console.ui.EmptyState;
import dev.patchbay.console.ui.Notice;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What would be sent to the service, before anything is. */
@Route("connections/:connection/push-plan")
@PermitAll
class PlanView extends ConnectionPage {

  @Inject
  PlanView(Visitor visitor) {
    super(visitor, Tab.PLAN, "What waits to be sent to the service, or to be deleted here.");
  }

  @Override
  void enter(BeforeEnterEvent event) {
    show();
  }

  private void show() {
    content().removeAll();
    List<Plugin.Type> writable = types().stream().filter(Plugin.Type::writable).toList();
    types().forEach(this::showAbsences);
    writable.forEach(this::show);
    if (content().getComponentCount() == 0) {
      content().add(writable.isEmpty() ? readOnly() : nothing());
    }
  }

  private void show(Plugin.Type type) {
    PushPlan plan = PushPlan.of(host(), id(), type.name());
    if (plan.edits() > 0) {
      Optional<PlanView> writer = mayWrite() ? Optional.of(this) : Optional.empty();
      content()
          .add(
              new PlanPanel(
                  type,
                  plan,
                  writer.map(view -> () -> view.send(type, plan)),
                  writer.map(view -> (record, same) -> view.recognise(type, record, same))));
    }
  }

  private void showAbsences(Plugin.Type type) {
    PullPlan plan = PullPlan.of(host(), id(), type.name());
    if (plan.needsConfirmation()) {
      Optional<Runnable> delete =
          mayWrite() ? Optional.of(() -> delete(type, plan)) : Optional.empty();
      content().add(new AbsencePanel(type, plan, delete));
    }
  }

  private void delete(Plugin.Type type, PullPlan plan) {
    new SyncRuns(host()).confirmPull(id(), type.name(), plan.hash());
    Notice.done("They will be deleted here; the run below tells how it goes");
    UI.getCurrent().navigate(Tab.RUNS.address(id()));
  }

  private void send(Plugin.Type type, PushPlan plan) {
    new SyncRuns(host()).push(id(), type.name(), plan.hash());
    Notice.done("On its way; the run below tells how it goes");
    UI.getCurrent().navigate(Tab.RUNS.address(id()));
  }

  private void recognise(Plugin.Type type, String record, String same) {
    PushPlan.recognise(host(), id(), type.name(), record, same);
    show();
    Notice.done("The plan follows what you said");
  }

  private static EmptyState nothing() {
    return new EmptyState(
        "check",
        "Nothing waits to be sent",
        "When your CRM edits records of this connection, the plan stands here: what would be"
            + " made, changed and deleted, field by field, until the service has it.");
  }

  private static EmptyState readOnly() {
    return new EmptyState(
        "plug",
        "This service is only read",
        "Nothing is written to it. For services that can be written to, the plan of what would be"
            + " sent stands here.");
  }
}
