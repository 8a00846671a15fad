package dev.patchbay.host.connect;

import dev.patchbay.api.setting.Setting;
import java.util.List;
import java.util.Locale;

/**
 * What the static page needs to show a form: words and kinds, never a value.
 *
 * @param service the plugin's name
 * @param fields in their order
 */
public record FormPage(String service, List<Field> fields) {

  static FormPage of(String service, List<Setting> settings) {
    return new FormPage(service, settings.stream().map(Field::of).toList());
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
