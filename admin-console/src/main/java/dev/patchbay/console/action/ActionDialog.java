package dev.patchbay.console.action;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import dev.patchbay.console.host.HostProblem;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.plugin.SettingField;
import dev.patchbay.console.ui.Notice;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Asks for what an action takes, and has it done. A second press of the button means the same wish
 * as long as nothing was changed, so that a lost answer does no harm.
 */
class ActionDialog extends Dialog {
  private final transient Plugin.Action action;
  private final transient Actions actions;
  private final transient List<SettingField> fields;
  private final Paragraph refusal = new Paragraph();
  private transient Map<String, Object> lastInput = Map.of();
  private transient String key;

  ActionDialog(Plugin.Action action, Actions actions) {
    this.action = action;
    this.actions = actions;
    setHeaderTitle(action.label());
    addClassName("ask");
    fields = action.fields().stream().map(SettingField::new).toList();
    fields.forEach(field -> add(field.component()));
    refusal.addClassName("refusal");
    refusal.getElement().setAttribute("role", "alert");
    refusal.setVisible(false);
    add(refusal);
    Button act = new Button(action.label(), click -> act());
    act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    act.setDisableOnClick(true);
    act.addClickListener(click -> act.setEnabled(true));
    getFooter().add(new Button("Cancel", click -> close()), act);
  }

  private void act() {
    if (!fields.stream().filter(field -> !field.check()).toList().isEmpty()) {
      return;
    }
    try {
      ActionRun run = actions.perform(action, keyFor(input()), lastInput);
      Notice.done(run.isDone() ? action.label() + ": done" : action.label() + ": under way");
      close();
    } catch (HostProblem problem) {
      refusal.setText(problem.problem().inWords());
      refusal.setVisible(true);
    }
  }

  private String keyFor(Map<String, Object> input) {
    if (key == null || !input.equals(lastInput)) {
      key = UUID.randomUUID().toString();
      lastInput = input;
    }
    return key;
  }

  private Map<String, Object> input() {
    return fields.stream()
        .filter(field -> field.value().isPresent())
        .collect(Collectors.toMap(SettingField::name, field -> field.value().orElseThrow()));
  }
}
