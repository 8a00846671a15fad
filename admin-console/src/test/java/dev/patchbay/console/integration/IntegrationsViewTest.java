package dev.patchbay.console.integration;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.patchbay.console.fixture.Console;
import dev.patchbay.console.fixture.Words;
import dev.patchbay.console.ui.SureDialog;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IntegrationsViewTest {
  @RegisterExtension private final Console console = new Console();

  @Test
  void should_lead_to_the_catalogue_when_nothing_is_set_up() {
    open();

    assertThat(Console.words()).contains("Nothing is set up yet", "Open the catalogue");
  }

  @Test
  void should_tell_what_goes_through() {
    console.world().setUp("Main");
    console.world().setUp("People").put("permissions", Map.of("types", List.of("event")));
    console.world().setUp("Closed").put("permissions", Map.of("types", List.of()));
    open();

    assertThat(Console.words())
        .contains("Main", "2 connections", "Everything goes through")
        .contains("Only event", "Nothing goes through");
  }

  @Test
  void should_bound_types_and_scopes_when_the_admin_says_so() {
    var stored = console.world().setUp("Main");
    open();
    click("Permissions");
    var dialog = _get(PermissionsDialog.class);
    _setValue(everything(dialog, "types"), false);
    _setValue(group(dialog, "Types"), Set.of());
    _setValue(_get(dialog, TextArea.class), "a\nb\n");

    _click(button(dialog, "Save"));

    assertThat(stored)
        .containsEntry("permissions", Map.of("types", List.of()))
        .containsEntry("scopes", List.of("a", "b"));
    assertThat(Console.words()).contains("Nothing goes through");
  }

  @Test
  void should_map_fields_for_all_connections_behind_it() {
    console.world().setUp("Main");
    open();
    click("Field mapping");
    var dialog = _get(MappingDialog.class);
    _setValue(_get(dialog, TextArea.class), "Subject = titel");
    _click(button(dialog, "Save"));
    assertThat(Words.of(dialog)).contains("stands for titel");

    _setValue(_get(dialog, TextArea.class), "Subject = title");
    _click(button(dialog, "Save"));

    assertThat(dialog.isOpened()).isFalse();
    assertThat(console.world().mappings().of("int_1").at("/types/event/Subject").asText())
        .isEqualTo("title");
  }

  @Test
  void should_show_what_is_allowed_already_and_lift_it() {
    var stored = console.world().setUp("Main");
    stored.put("permissions", Map.of("types", List.of("event"), "actions", List.of()));
    open();
    click("Permissions");
    var dialog = _get(PermissionsDialog.class);
    assertThat(group(dialog, "Types").getValue()).containsExactly("event");
    assertThat(group(dialog, "Actions").getValue()).isEmpty();
    _setValue(everything(dialog, "types"), true);
    _setValue(everything(dialog, "actions"), true);

    _click(button(dialog, "Save"));

    assertThat(stored).containsEntry("permissions", Map.of());
  }

  @Test
  void should_replace_the_secret_and_tell_when_it_ends() {
    console.world().setUp("Main");
    open();
    click("Client secret");
    var dialog = _get(ClientSecretDialog.class);
    _setValue(_get(dialog, PasswordField.class), "next");
    _setValue(_get(dialog, DatePicker.class), LocalDate.parse("2026-12-05"));
    _click(button(dialog, "Replace"));

    assertThat(dialog.isOpened()).isFalse();
    assertThat(Console.words()).contains("Client secret ends on 5 December 2026");
  }

  @Test
  void should_tell_the_services_words_when_it_does_not_know_the_secret() {
    console.world().setUp("Main");
    open();
    click("Client secret");
    var dialog = _get(ClientSecretDialog.class);
    _setValue(_get(dialog, PasswordField.class), "wrong");
    _click(button(dialog, "Replace"));

    assertThat(Words.of(dialog)).contains("The service said invalid_client");
  }

  @Test
  void should_change_the_settings_and_keep_a_secret_that_is_left_empty() {
    console.world().tell("google-calendar", "signingSecret", "Signing secret");
    var stored = console.world().setUp("Main");
    stored.put("settings", Map.of("team", "Orbit", "signingSecret", "kept"));
    open();
    click("Settings");
    var dialog = _get(SettingsDialog.class);
    var team = _get(dialog, TextField.class, spec -> spec.withLabel("Team"));
    assertThat(team.getValue()).isEqualTo("Orbit");
    _setValue(team, "");

    _click(button(dialog, "Save"));

    assertThat(stored.get("settings")).isEqualTo(Map.of("signingSecret", "kept"));
    assertThat(dialog.isOpened()).isFalse();
  }

  @Test
  void should_make_the_webhook_address_and_another_one() {
    console.world().tell("google-calendar", "signingSecret", "Signing secret");
    console.world().setUp("Main");
    open();
    click("Webhook address");
    var dialog = _get(WebhookAddressDialog.class);
    assertThat(Words.of(dialog)).contains("There is none yet");

    _click(button(dialog, "Make an address"));

    assertThat(Words.of(dialog)).contains("/api/hooks/slack/1", "Fill in “Signing secret”");
    _click(button(dialog, "Make another one"));
    assertThat(Words.of(dialog)).contains("/api/hooks/slack/2").doesNotContain("slack/1");
  }

  @Test
  void should_remove_one_when_the_admin_is_sure() {
    console.world().setUp("Main");
    open();
    click("Remove");
    _click(button(_get(SureDialog.class), "Remove"));

    assertThat(Console.words()).contains("Nothing is set up yet");
  }

  private void open() {
    console.signIn();
    console.open("integrations");
  }

  private static void click(String text) {
    _click(_get(Button.class, spec -> spec.withText(text)));
  }

  private static Button button(Component part, String text) {
    return _get(part, Button.class, spec -> spec.withText(text));
  }

  private static Checkbox everything(Component dialog, String kind) {
    return _get(
        dialog, Checkbox.class, spec -> spec.withLabel("All " + kind + ", those of later too"));
  }

  @SuppressWarnings("unchecked")
  private static CheckboxGroup<String> group(Component dialog, String label) {
    return _get(dialog, CheckboxGroup.class, spec -> spec.withLabel(label));
  }
}
