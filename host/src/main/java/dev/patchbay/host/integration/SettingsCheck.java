package dev.patchbay.host.integration;

import dev.patchbay.api.setting.Setting;
import dev.patchbay.host.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Holds what somebody filled in against what the plugin declared. It gathers every complaint, each
 * under its field, so that a form can be put right in one go; a secret's value is never quoted.
 */
public final class SettingsCheck {
  private final List<Setting> declared;
  private final String place;
  private final List<FieldError> errors = new ArrayList<>();

  /**
   * @param place the field of the request that holds them; empty text for the whole body
   */
  public SettingsCheck(List<Setting> declared, String place) {
    this.declared = List.copyOf(declared);
    this.place = place;
  }

  /** Returns what is filled in, in the declared kinds; complaints are in {@link #errors}. */
  public Map<String, Object> accept(Map<String, Object> given) {
    refuseUnknown(given);
    var accepted = new TreeMap<String, Object>();
    for (var setting : declared) {
      filledIn(setting, given.get(setting.name()))
          .ifPresentOrElse(
              something ->
                  value(setting, something).ifPresent(value -> accepted.put(setting.name(), value)),
              () -> requireOptional(setting));
    }
    return accepted;
  }

  public List<FieldError> errors() {
    return errors;
  }

  private void refuseUnknown(Map<String, Object> given) {
    var names = declared.stream().map(Setting::name).toList();
    var known = names.isEmpty() ? "none" : names;
    given.keySet().stream()
        .filter(name -> !names.contains(name))
        .forEach(name -> complain(name, "is unknown; there are " + known));
  }

  private static Optional<Object> filledIn(Setting setting, Object given) {
    return Optional.ofNullable(given)
        .filter(value -> !value.toString().isBlank() && !List.of().equals(value))
        .or(setting::initial);
  }

  private void requireOptional(Setting setting) {
    if (setting.required()) {
      complain(setting.name(), "must be filled in: " + setting.label());
    }
  }

  private Optional<Object> value(Setting setting, Object given) {
    var value = SettingValue.of(setting, given);
    if (value.isEmpty()) {
      complain(setting.name(), SettingValue.expectation(setting));
    }
    return value;
  }

  private void complain(String name, String message) {
    var field = place.isEmpty() ? name : place + "." + name;
    if (errors.stream().noneMatch(error -> error.field().equals(field))) {
      errors.add(new FieldError(field, message));
    }
  }
}
