package dev.patchbay.console.mapping;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.patchbay.console.host.HostProblem;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.ui.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the CRM calls the fields of each type, as plain lines. */
public final class MappingForm extends Div {
  private final transient List<NameLines> types;
  private final Refusal refusal = new Refusal();

  public MappingForm(List<Plugin.Type> offered, FieldMapping present, boolean readOnly) {
    addClassName("mapping-form");
    add(
        new Paragraph(
            "Records then tell these names under “fields” beside their data, and your CRM's edits"
                + " may use them. A custom field of the service stands under its extension, such as"
                + " acme.example:budget."));
    types = offered.stream().map(type -> new NameLines(type, present, readOnly)).toList();
    types.forEach(this::add);
    add(refusal);
  }

  /**
   * Hands over what was typed in.
   *
   * @return whether it was taken; if not, the form says why
   */
  public boolean save(Consumer<FieldMapping> keep) {
    refusal.setVisible(false);
    Map<String, Map<String, String>> names = new LinkedHashMap<>();
    for (NameLines lines : types) {
      Optional<Map<String, String>> typed = lines.names();
      if (typed.isEmpty()) {
        return false;
      }
      typed.filter(some -> !some.isEmpty()).ifPresent(some -> names.put(lines.type(), some));
    }
    try {
      keep.accept(new FieldMapping(names));
      return true;
    } catch (HostProblem problem) {
      refusal.show(problem.problem().inWords());
      return false;
    }
  }
}
