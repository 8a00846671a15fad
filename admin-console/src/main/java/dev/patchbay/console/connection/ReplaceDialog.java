package dev.patchbay.console.connection;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import dev.patchbay.console.host.HostProblem;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.plugin.SettingField;
import dev.patchbay.console.ui.Refusal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Asks for what connects the account from now on; the old one stays in use until it is accepted.
 */
class ReplaceDialog extends Dialog {
  private final transient List<SettingField> fields;
  private final DatePicker end = new DatePicker("Ends on");
  private final Refusal refusal = new Refusal();
  private final transient BiConsumer<Map<String, Object>, Optional<Instant>> replace;

  ReplaceDialog(
      Connection connection,
      List<Plugin.Setting> typedIn,
      BiConsumer<Map<String, Object>, Optional<Instant>> replace) {
    this.replace = replace;
    setHeaderTitle("New credentials for " + connection.title());
    addClassName("ask");
    fields = typedIn.stream().map(SettingField::new).toList();
    add(
        new Paragraph(
            "The service is asked first. If it does not accept them, the present ones stay in"
                + " use."));
    fields.forEach(field -> add(field.component()));
    end.setHelperText("If you know when they end, you are told 14 days before.");
    Button save = new Button("Replace", click -> save());
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(end, refusal);
    getFooter().add(new Button("Cancel", click -> close()), save);
  }

  private void save() {
    if (fields.stream().filter(field -> !field.check()).toList().isEmpty()) {
      try {
        replace.accept(values(), ending());
        close();
      } catch (HostProblem problem) {
        refusal.show(problem.problem().inWords());
      }
    }
  }

  private Map<String, Object> values() {
    return fields.stream()
        .filter(field -> field.value().isPresent())
        .collect(Collectors.toMap(SettingField::name, field -> field.value().orElseThrow()));
  }

  private Optional<Instant> ending() {
    return Optional.ofNullable(end.getValue())
        .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
