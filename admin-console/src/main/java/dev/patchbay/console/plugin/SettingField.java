package dev.patchbay.console.plugin;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.patchbay.console.plugin.Plugin.Setting;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The field for one declared setting, of the kind that fits it. */
public final class SettingField {
  private static final Pattern COMMA = Pattern.compile("[,;\\s]+");

  private final Setting setting;
  private final AbstractField<?, ?> field;

  public SettingField(Setting setting) {
    this.setting = setting;
    field = fieldFor(setting);
    if (field instanceof HasLabel labelled) {
      labelled.setLabel(setting.label());
    }
    if (field instanceof HasHelper helped && !isBlank(setting.help())) {
      helped.setHelperText(setting.help());
    }
    if (field instanceof HasSize sized) {
      sized.setWidthFull();
    }
    field.setRequiredIndicatorVisible(setting.required());
  }

  public String name() {
    return setting.name();
  }

  public boolean isSecret() {
    return setting.secret();
  }

  public Component component() {
    return field;
  }

  public Optional<Object> value() {
    return Optional.<Object>ofNullable(field.getValue())
        .filter(value -> !"".equals(value) && !List.of().equals(value))
        .map(value -> "list".equals(setting.kind()) ? parts(value.toString()) : value);
  }

  public boolean check() {
    boolean good = !setting.required() || value().isPresent();
    if (field instanceof HasValidationProperties validated) {
      validated.setInvalid(!good);
      validated.setErrorMessage(good ? "" : "Please fill this in");
    }
    return !(field instanceof FilesField files && !files.check()) && good;
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private static List<String> parts(String text) {
    return COMMA.splitAsStream(text).filter(part -> !part.isEmpty()).toList();
  }

  private static AbstractField<?, ?> fieldFor(Setting setting) {
    if (!setting.choices().isEmpty()) {
      return choice(setting);
    }
    if (setting.secret()) {
      return new PasswordField();
    }
    String initial = Optional.ofNullable(setting.initial()).orElse("");
    return switch (Optional.ofNullable(setting.kind()).orElse("")) {
      case "boolean" -> new Checkbox(Boolean.parseBoolean(initial));
      case "integer" -> number(initial);
      case "lines" -> lines(initial);
      case "files" -> new FilesField(setting.label());
      default -> text(initial);
    };
  }

  private static Select<String> choice(Setting setting) {
    Select<String> select = new Select<>();
    select.setItems(setting.choices());
    select.setValue(setting.initial());
    return select;
  }

  private static IntegerField number(String initial) {
    IntegerField field = new IntegerField();
    if (!initial.isEmpty()) {
      field.setValue(Integer.valueOf(initial));
    }
    return field;
  }

  private static TextArea lines(String initial) {
    TextArea field = new TextArea();
    field.setValue(initial);
    field.setMinRows(4);
    return field;
  }

  private static TextField text(String initial) {
    TextField field = new TextField();
    field.setValue(initial);
    return field;
  }
}
