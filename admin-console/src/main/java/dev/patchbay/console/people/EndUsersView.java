package dev.patchbay.console.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.patchbay.console.host.HostSession;
import dev.patchbay.console.signin.Visitor;
import dev.patchbay.console.ui.Amount;
import dev.patchbay.console.ui.EmptyState;
import dev.patchbay.console.ui.Notice;
import dev.patchbay.console.ui.Row;
import dev.patchbay.console.ui.SureDialog;
import dev.patchbay.console.ui.Trail;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The people of the CRM for whom accounts were connected; an admin can have one forgotten. */
@Route("end-users")
@PageTitle("End users · Patchbay")
@PermitAll
class EndUsersView extends Main implements Trail {
  private final transient HostSession host;
  private final transient boolean mayErase;
  private final Div list = new Div();

  @Inject
  EndUsersView(Visitor visitor) {
    host = visitor.host();
    mayErase = visitor.has("admin");
    Paragraph words = new Paragraph("The people of your CRM for whom accounts were connected.");
    add(new Header(new Div(new H1("End users"), words)), list);
    draw();
  }

  @Override
  public List<Step> trail() {
    return List.of(Step.here("End users"));
  }

  private void draw() {
    list.removeAll();
    List<EndUser> all = host.all(EndUser.class, Map.of(), "end-users");
    list.add(all.isEmpty() ? none() : rows(all));
  }

  private UnorderedList rows(List<EndUser> all) {
    UnorderedList rows = new UnorderedList();
    rows.addClassName("access-rows");
    all.forEach(person -> rows.add(row(person)));
    return rows;
  }

  private Row row(EndUser person) {
    Row row =
        new Row(person.title())
            .tell(
                new Span(person.id()),
                new Span(Amount.of(person.connections(), "connection", "connections")));
    return mayErase ? row.offer("Erase", "Erase " + person.title(), () -> ask(person)) : row;
  }

  private void ask(EndUser person) {
    new SureDialog(
            "Erase " + person.title() + "?",
            "All access is given back, and all connections, records and logs of this person are"
                + " erased. This cannot be undone.",
            "Erase",
            () -> {
              host.delete(Map.of(), "end-users/{}", person.id());
              draw();
              Notice.done("Erased");
            })
        .open();
  }

  private static EmptyState none() {
    return new EmptyState(
        "people",
        "No end users",
        "When your CRM lets its people connect accounts of their own, they show up here.");
  }
}
