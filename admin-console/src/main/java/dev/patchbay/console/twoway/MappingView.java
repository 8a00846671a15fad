package dev.patchbay.console.twoway;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import dev.patchbay.console.connection.ConnectionTabs.Tab;
import dev.patchbay.console.mapping.FieldMapping;
import dev.patchbay.console.mapping.FieldMappings;
import dev.patchbay.console.mapping.MappingForm;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.signin.Visitor;
import dev.patchbay.console.ui.EmptyState;
import dev.patchbay.console.ui.Notice;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.util.List;

/** What the CRM calls the fields of a connection's records. */
@Route("connections/:connection/field-mapping")
@PermitAll
class MappingView extends ConnectionPage {

  @Inject
  MappingView(Visitor visitor) {
    super(visitor, Tab.MAPPING, "What your CRM calls the fields of this connection's records.");
  }

  @Override
  void enter(BeforeEnterEvent event) {
    show();
  }

  private void show() {
    content().removeAll();
    List<Plugin.Type> types = types();
    if (types.isEmpty()) {
      content().add(none());
      return;
    }
    FieldMapping own = mappings().ofConnection(id());
    MappingForm form = new MappingForm(types, own, !mayWrite());
    Section panel = new Section(new H2("Names of this connection"), form);
    panel.addClassName("panel");
    if (mayWrite()) {
      panel.add(save(form));
    }
    content().add(panel, inherited(types, mappings().effective(id()).without(own)));
  }

  private Button save(MappingForm form) {
    Button save = new Button("Save", click -> save(mappings(), form));
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    return save;
  }

  private void save(FieldMappings mappings, MappingForm form) {
    if (form.save(mapping -> mappings.keepForConnection(id(), mapping))) {
      show();
      Notice.done("Saved; it holds from the next call on");
    }
  }

  private static Section inherited(List<Plugin.Type> types, FieldMapping shared) {
    Section panel = new Section(new H2("Names of its integration"));
    panel.addClassName("panel");
    if (shared.types().isEmpty()) {
      panel.add(
          new Paragraph(
              "None that hold here. Names that hold for all connections behind an integration are"
                  + " set on the page Integrations; a type that is named above goes by its names"
                  + " alone."));
    } else {
      panel.add(new MappingForm(offered(types, shared), shared, true));
    }
    return panel;
  }

  private static List<Plugin.Type> offered(List<Plugin.Type> types, FieldMapping shared) {
    return types.stream().filter(type -> shared.types().containsKey(type.name())).toList();
  }

  private FieldMappings mappings() {
    return new FieldMappings(host());
  }

  private static EmptyState none() {
    return new EmptyState(
        "plug",
        "This service brings no records",
        "For one that does, the names that your CRM has for their fields stand here.");
  }
}
