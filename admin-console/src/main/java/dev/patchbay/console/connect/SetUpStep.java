package dev.patchbay.console.connect;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.patchbay.console.host.HostProblem;
import dev.patchbay.console.integration.Integration;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.plugin.SettingField;
import dev.patchbay.console.ui.Copyable;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sets the service up for this tenant: the form follows from what the plugin declares. */
final class SetUpStep extends Div {
  private final transient Plugin plugin;
  private final transient Consumer<Integration.Draft> done;
  private final TextField name = new TextField("Name of this set-up");
  private final TextField clientId = new TextField("Client ID");
  private final PasswordField clientSecret = new PasswordField("Client secret");
  private final transient List<SettingField> settings;
  private final Paragraph refusal = new Paragraph();

  SetUpStep(Plugin plugin, String redirectUri, Consumer<Integration.Draft> done) {
    this.plugin = plugin;
    this.done = done;
    settings = plugin.settings().stream().map(SettingField::new).toList();
    addClassNames("step", "set-up");
    if (plugin.needsClient()) {
      add(registration(redirectUri));
    }
    name.setValue(plugin.title());
    name.setRequiredIndicatorVisible(true);
    add(name);
    if (plugin.needsClient()) {
      clientId.setRequiredIndicatorVisible(true);
      clientSecret.setRequiredIndicatorVisible(true);
      clientSecret.getElement().setAttribute("autocomplete", "off");
      add(clientId, clientSecret);
    }
    settings.forEach(setting -> add(setting.component()));
    refusal.addClassName("refusal");
    refusal.getElement().setAttribute("role", "alert");
    refusal.setVisible(false);
    Button next = new Button("Continue", click -> finish());
    next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(refusal, next);
  }

  private Component registration(String redirectUri) {
    Div box = new Div();
    box.addClassName("hint");
    box.add(
        new Paragraph(
            "Register an app at the developer page of "
                + plugin.title()
                + " once. It gives you the client ID and secret, and asks for this redirect"
                + " address:"),
        new Copyable("the redirect address", redirectUri));
    return box;
  }

  private void finish() {
    if (complete()) {
      try {
        done.accept(draft());
      } catch (HostProblem problem) {
        refusal.setText(problem.problem().inWords());
        refusal.setVisible(true);
      }
    }
  }

  private boolean complete() {
    Stream<TextField> texts = plugin.needsClient() ? Stream.of(name, clientId) : Stream.of(name);
    boolean filled = texts.filter(SetUpStep::isLeftOut).toList().isEmpty();
    boolean secret = !plugin.needsClient() || !clientSecret.isEmpty();
    clientSecret.setInvalid(!secret);
    clientSecret.setErrorMessage(secret ? "" : "Please fill this in");
    boolean set = settings.stream().filter(field -> !field.check()).toList().isEmpty();
    return filled && secret && set;
  }

  private static boolean isLeftOut(TextField field) {
    field.setInvalid(field.isEmpty());
    field.setErrorMessage("Please fill this in");
    return field.isEmpty();
  }

  private Integration.Draft draft() {
    Map<String, Object> values =
        settings.stream()
            .filter(field -> field.value().isPresent())
            .collect(Collectors.toMap(SettingField::name, field -> field.value().orElseThrow()));
    return new Integration.Draft(
        plugin.id(),
        name.getValue().trim(),
        client(clientId.getValue().trim()),
        client(clientSecret.getValue().trim()),
        values.isEmpty() ? null : values);
  }

  private static String client(String value) {
    return value.isEmpty() ? null : value;
  }
}
