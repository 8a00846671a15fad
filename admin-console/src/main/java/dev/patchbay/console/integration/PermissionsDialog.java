package dev.patchbay.console.integration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import dev.patchbay.console.host.HostProblem;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.ui.Refusal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Asks what a service is asked for, and what of it may go through. */
class PermissionsDialog extends Dialog {
  private final Bound types;
  private final Bound actions;
  private final TextArea scopes = new TextArea("Scopes that people are asked for");
  private final Refusal refusal = new Refusal();
  private final transient BiConsumer<Set<String>, Integration.Permissions> save;

  PermissionsDialog(
      Integration integration,
      Plugin plugin,
      BiConsumer<Set<String>, Integration.Permissions> save) {
    this.save = save;
    setHeaderTitle("Permissions of " + integration.name());
    addClassName("ask");
    types = new Bound("Types", Bound.typesOf(plugin), integration.permissions().types());
    actions = new Bound("Actions", Bound.actionsOf(plugin), integration.permissions().actions());
    add(
        new Paragraph(
            "What is not ticked is neither read, written nor shown, whatever its account allows."));
    add(types, actions);
    if (plugin.needsClient()) {
      scopes.setValue(String.join("\n", integration.scopes()));
      scopes.setHelperText("One a line. Those who are connected already keep theirs.");
      scopes.setWidthFull();
      add(scopes);
    }
    Button done = new Button("Save", click -> save());
    done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(refusal);
    getFooter().add(new Button("Cancel", click -> close()), done);
  }

  private void save() {
    try {
      save.accept(scopes(), new Integration.Permissions(types.chosen(), actions.chosen()));
      close();
    } catch (HostProblem problem) {
      refusal.show(problem.problem().inWords());
    }
  }

  private Set<String> scopes() {
    Set<String> lines = new TreeSet<>(List.of(scopes.getValue().strip().split("\\s+", -1)));
    lines.remove("");
    return lines;
  }
}
