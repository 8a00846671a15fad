package dev.patchbay.console.mapping;

import com.vaadin.flow.component.textfield.TextArea;
import dev.patchbay.console.plugin.Plugin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names of one type, one a line, so that a list can be pasted. */
final class NameLines extends TextArea {
  private final String type;

  NameLines(Plugin.Type type, FieldMapping present, boolean readOnly) {
    super(type.label());
    this.type = type.name();
    setValue(present.lines(type.name()));
    setPlaceholder("Subject__c = title");
    setMinRows(4);
    setWidthFull();
    setReadOnly(readOnly);
    setHelperText(
        "One a line: your CRM's name = the field of the standard schema, such as title or"
            + " addresses/home/locality.");
  }

  String type() {
    return type;
  }

  /** The names and what they stand for; empty if a line is none, which then shows. */
  Optional<Map<String, String>> names() {
    Map<String, String> names = new LinkedHashMap<>();
    for (String line : lines()) {
      int sign = line.indexOf('=');
      if (sign < 0) {
        return refuse("“%s” has no = between the two names".formatted(line));
      }
      String name = line.substring(0, sign).strip();
      if (names.put(name, line.substring(sign + 1).strip()) != null) {
        return refuse("“%s” is there twice".formatted(name));
      }
    }
    setInvalid(false);
    return Optional.of(names);
  }

  private List<String> lines() {
    return getValue().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private Optional<Map<String, String>> refuse(String words) {
    setErrorMessage(words);
    setInvalid(true);
    return Optional.empty();
  }
}
