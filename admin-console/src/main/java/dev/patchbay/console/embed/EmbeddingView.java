package dev.patchbay.console.embed;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
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
import java.util.TreeSet;

/** Which pages of the CRM may let people connect accounts with connect.js. */
@Route("embedding")
@PageTitle("Embedding · Patchbay")
@RolesAllowed("admin")
class EmbeddingView extends Main implements Trail {
  private final transient Origins origins;
  private final Div list = new Div();

  @Inject
  EmbeddingView(Visitor visitor) {
    origins = new Origins(visitor.host());
    Button add = new Button("Allow an origin", click -> new NewOriginDialog(this::allow).open());
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Paragraph words = new Paragraph("The pages of your CRM that may let people connect accounts.");
    add(new Header(new Div(new H1("Embedding"), words), add), list);
    draw();
  }

  @Override
  public List<Step> trail() {
    return List.of(Step.here("Embedding"));
  }

  private void draw() {
    list.removeAll();
    List<String> all = origins.all();
    list.add(all.isEmpty() ? none() : rows(all));
  }

  private UnorderedList rows(List<String> all) {
    UnorderedList rows = new UnorderedList();
    rows.addClassName("access-rows");
    all.forEach(
        origin -> rows.add(new Row(origin).offer("Remove", "Remove " + origin, () -> ask(origin))));
    return rows;
  }

  private void allow(String origin) {
    Set<String> more = new TreeSet<>(origins.all());
    more.add(origin);
    replace(more, "Allowed");
  }

  private void ask(String origin) {
    new SureDialog(
            "Remove " + origin + "?",
            "Its pages cannot let people connect accounts any more.",
            "Remove",
            () -> {
              Set<String> fewer = new TreeSet<>(origins.all());
              fewer.remove(origin);
              replace(fewer, "Removed");
            })
        .open();
  }

  private void replace(Set<String> wanted, String words) {
    origins.replace(wanted);
    draw();
    Notice.done(words);
  }

  private static EmptyState none() {
    return new EmptyState(
        "screen",
        "No page is allowed",
        "Allow the address of your CRM if its pages shall open the hosted page with connect.js.");
  }
}
