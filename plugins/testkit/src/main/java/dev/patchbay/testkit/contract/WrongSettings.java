package dev.patchbay.testkit.contract;

import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.setting.Setting;
import dev.patchbay.api.setting.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Settings of which one is missing or wrong.
 *
 * @param setting the one
 */
record WrongSettings(Setting setting, Settings settings) {

  /** Each required setting left out, and each with a form filled with something else. */
  static List<WrongSettings> of(PluginDescriptor descriptor, Settings right) {
    var all = new HashMap<String, String>();
    descriptor
        .settings()
        .forEach(each -> right.text(each.name()).ifPresent(text -> all.put(each.name(), text)));
    return Stream.concat(
            descriptor.settings().stream()
                .filter(each -> each.required() && each.initial().isEmpty())
                .map(each -> without(each, all)),
            descriptor.settings().stream()
                .filter(
                    each ->
                        each.kind() == Setting.Kind.INTEGER || each.kind() == Setting.Kind.CHOICE)
                .map(each -> with(each, "none of these", all)))
        .toList();
  }

  /** What the plugin says against them, or nothing. */
  String complaint(Consumer<Settings> use) {
    try {
      use.accept(settings);
      return "";
    } catch (RuntimeException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static WrongSettings without(Setting setting, Map<String, String> all) {
    var rest = new HashMap<>(all);
    rest.remove(setting.name());
    return new WrongSettings(setting, Settings.of(rest));
  }

  private static WrongSettings with(Setting setting, String value, Map<String, String> all) {
    var changed = new HashMap<>(all);
    changed.put(setting.name(), value);
    return new WrongSettings(setting, Settings.of(changed));
  }
}
