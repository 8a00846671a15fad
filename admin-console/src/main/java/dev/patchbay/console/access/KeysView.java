package dev.patchbay.console.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.patchbay.console.signin.Visitor;
import dev.patchbay.console.ui.EmptyState;
import dev.patchbay.console.ui.Notice;
import dev.patchbay.console.ui.Row;
import dev.patchbay.console.ui.SureDialog;
import dev.patchbay.console.ui.Trail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** The programs that may call the API for this organisation, and what each may do. */
@Route("api-keys")
@PageTitle("API keys · Patchbay")
@RolesAllowed("admin")
class KeysView extends Main implements Trail {
  private final transient ApiKeys keys;
  private final Div list = new Div();

  @Inject
  KeysView(Visitor visitor) {
    keys = new ApiKeys(visitor.host());
    Button make = new Button("New API key", click -> new NewKeyDialog(this::make).open());
    make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Paragraph words = new Paragraph("The programs that may call the API.");
    add(new Header(new Div(new H1("API keys"), words), make), list);
    draw();
  }

  @Override
  public List<Step> trail() {
    return List.of(Step.here("API keys"));
  }

  private ApiKey make(String name, Set<String> scopes) {
    ApiKey made = keys.make(name, scopes);
    draw();
    return made;
  }

  private void draw() {
    list.removeAll();
    List<ApiKey> all = keys.all();
    list.add(all.isEmpty() ? none() : rows(all));
  }

  private UnorderedList rows(List<ApiKey> all) {
    UnorderedList rows = new UnorderedList();
    rows.addClassName("access-rows");
    all.forEach(key -> rows.add(row(key)));
    return rows;
  }

  private Row row(ApiKey key) {
    return new Row(key.name())
        .tell(new Span(key.clientId()), new Span(String.join(" ", key.scopes())))
        .offer("Delete", "Delete the key " + key.name(), () -> delete(key));
  }

  private void delete(ApiKey key) {
    new SureDialog(
            "Delete the key " + key.name() + "?",
            "The program that uses it stops working within seconds.",
            "Delete",
            () -> {
              keys.remove(key);
              draw();
              Notice.done("Deleted");
            })
        .open();
  }

  private static EmptyState none() {
    return new EmptyState(
        "plug",
        "No API keys",
        "Your CRM needs one to call the API. Make one for each program, with no more than it"
            + " needs.");
  }
}
