package dev.patchbay.console.integration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import dev.patchbay.console.host.HostProblem;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.plugin.SettingField;
import dev.patchbay.console.ui.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Changes what a plugin wants to know; a secret is never shown, and stays when left empty. */
class SettingsDialog extends Dialog {
  private final transient List<SettingField> fields;
  private final Refusal refusal = new Refusal();
  private final transient Consumer<Map<String, Object>> save;

  SettingsDialog(Integration integration, Plugin plugin, Consumer<Map<String, Object>> save) {
    this.save = save;
    setHeaderTitle("Settings of " + integration.name());
    addClassName("ask");
    fields =
        plugin.settings().stream()
            .map(setting -> setting.filledWith(integration.settings().get(setting.name())))
            .map(SettingField::new)
            .toList();
    fields.forEach(field -> add(field.component()));
    Button done = new Button("Save", click -> save());
    done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(refusal);
    getFooter().add(new Button("Cancel", click -> close()), done);
  }

  private void save() {
    if (fields.stream().map(SettingField::check).reduce(true, Boolean::logicalAnd)) {
      try {
        save.accept(entered());
        close();
      } catch (HostProblem problem) {
        refusal.show(problem.problem().inWords());
      }
    }
  }

  private Map<String, Object> entered() {
    Map<String, Object> values = new HashMap<>();
    for (SettingField field : fields) {
      if (field.value().isPresent() || !field.isSecret()) {
        values.put(field.name(), field.value().orElse(null));
      }
    }
    return values;
  }
}
