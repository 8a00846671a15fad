package dev.patchbay.console.integration;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Div;
import dev.patchbay.console.plugin.Plugin;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything of a kind, or only what is ticked; everything includes what a plugin adds later. */
class Bound extends Div {
  private final Checkbox everything = new Checkbox();
  private final CheckboxGroup<String> some = new CheckboxGroup<>();

  /**
   * @param offered words for each name
   * @param allowed null for everything
   */
  Bound(String kind, Map<String, String> offered, Set<String> allowed) {
    addClassName("bound");
    everything.setLabel("All " + kind.toLowerCase(Locale.ROOT) + ", those of later too");
    everything.setValue(allowed == null);
    some.setLabel(kind);
    some.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
    some.setItems(offered.keySet());
    some.setItemLabelGenerator(offered::get);
    some.setValue(
        allowed == null
            ? offered.keySet()
            : allowed.stream().filter(offered::containsKey).collect(Collectors.toSet()));
    everything.addValueChangeListener(change -> some.setVisible(!change.getValue()));
    some.setVisible(allowed != null);
    add(everything, some);
    setVisible(!offered.isEmpty());
  }

  static Map<String, String> typesOf(Plugin plugin) {
    Map<String, String> offered = new LinkedHashMap<>();
    plugin.types().forEach(type -> offered.put(type.name(), type.label()));
    return offered;
  }

  static Map<String, String> actionsOf(Plugin plugin) {
    Map<String, String> offered = new LinkedHashMap<>();
    plugin.actions().forEach(action -> offered.put(action.name(), action.label()));
    return offered;
  }

  /** What is let through; null for everything. */
  Set<String> chosen() {
    return everything.getValue() ? null : Set.copyOf(some.getValue());
  }
}
