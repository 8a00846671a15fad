package dev.patchbay.host.connect;

import dev.patchbay.api.setting.Setting;
import java.util.List;
import java.util.Locale;

/**
 * What the static page needs to show a form, or a choice before it: words and kinds, never a value.
 *
 * @param service the plugin's name; null while it is to be chosen
 * @param fields in their order; null while the service is to be chosen
 * @param choices null if there is nothing to choose
 */
public record FormPage(String service, List<Field> fields, List<Choice> choices) {
  static FormPage of(List<Choice> choices) {
    return new FormPage(null, null, choices);
  }

  static FormPage of(String service, List<Setting> settings) {
    return new FormPage(service, settings.stream().map(Field::of).toList(), null);
  }

  /** One field of the form. */
  public record Field(
      String name, String label, String help, String kind, boolean required, List<String> choices) {

    static Field of(Setting setting) {
      return new Field(
          setting.name(),
          setting.label(),
          setting.help(),
          setting.kind().name().toLowerCase(Locale.ROOT),
          setting.required(),
          setting.choices());
    }
  }
}
