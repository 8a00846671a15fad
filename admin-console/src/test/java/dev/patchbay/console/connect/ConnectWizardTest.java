package dev.patchbay.console.connect;

import static com.github.mvysny.kaributesting.v10.BasicUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.patchbay.console.fixture.Console;
import dev.patchbay.console.fixture.Words;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectWizardTest {
  @RegisterExtension private final Console console = new Console();

  @BeforeEach
  void signIn() {
    console.signIn();
    console.open("catalogue");
  }

  @Test
  void should_ask_for_the_client_and_tell_the_redirect_address_when_there_is_no_set_up() {
    click("Connect");
    assertThat(words()).contains("https://patchbay.example/api/oauth/callback");
    fillIn("Google Calendar");
    assertThat(words()).contains("Patchbay never sees your password");
    assertThat(console.world().integrations())
        .singleElement()
        .satisfies(made -> assertThat(made).containsEntry("clientId", "the-client"));
  }

  @Test
  void should_say_what_is_missing_when_the_form_is_incomplete() {
    click("Connect");
    click("Continue");
    assertThat(_get(PasswordField.class).isInvalid()).isTrue();
    assertThat(console.world().integrations()).isEmpty();
  }

  @Test
  void should_show_the_hosts_words_when_the_name_is_taken() {
    setUp("int_1", "Google Calendar");
    setUp("int_2", "Second");
    click("Connect");
    click("Set it up anew");
    fillIn("Second");
    assertThat(words()).contains("There is a set-up of this name already.");
  }

  @Test
  void should_insist_on_a_declared_setting_when_it_is_required() {
    console.world().plugins().get(0).put("settings", List.of(setting("region")));
    console.open("");
    console.open("catalogue");
    click("Connect");
    fillIn("Google Calendar");
    assertThat(console.world().integrations()).isEmpty();
    _setValue(_get(TextField.class, spec -> spec.withLabel("The region")), "eu");
    click("Continue");
    assertThat(console.world().integrations()).hasSize(1);
  }

  @Test
  void should_turn_green_and_start_the_first_sync_when_consent_is_given() {
    consentPage();
    console.world().consent("cs_1");
    console.beat();
    assertThat(words()).contains("Google Calendar is connected");
    assertThat(console.world().runs()).hasSize(1);
    click("Show the connection");
    assertThat(Console.words()).contains("anna@example.com", "Running");
    _assertNone(ConnectDialog.class);
  }

  @Test
  void should_let_the_browser_open_the_window_when_the_person_continues() {
    consentPage();
    assertThat(leave().getElement().getAttribute("data-popup")).endsWith("/consent/cs_1");
    _click(leave());
    assertThat(words()).contains("Waiting for you to finish");
  }

  @Test
  void should_offer_a_link_when_the_browser_held_the_window_back() {
    consentPage();
    _fireDomEvent(leave(), "popup-blocked");
    assertThat(words()).contains("Your browser held the window back", "Open it in a new tab");
  }

  @Test
  void should_say_how_to_go_on_when_the_window_was_closed() {
    consentPage();
    Button leave = leave();
    _click(leave);
    _fireDomEvent(leave, "popup-closed");
    assertThat(words()).contains("The window is closed", "Open the window again");
  }

  @Test
  void should_show_the_reason_and_a_way_out_when_consent_is_refused() {
    consentPage();
    console.world().refuse("cs_1", "You did not allow the access.");
    console.beat();
    assertThat(words()).contains("Not connected", "You did not allow the access.");
    click("Try again");
    assertThat(console.world().sessions()).hasSize(2);
    assertThat(words()).contains("Continue to Google Calendar");
  }

  @Test
  void should_say_so_when_the_attempt_ran_out_of_time() {
    consentPage();
    console.world().sessions().get(0).put("state", "EXPIRED");
    console.beat();
    assertThat(words()).contains("ran out of time", "Try again");
  }

  @Test
  void should_stop_asking_when_the_dialog_is_closed() {
    consentPage();
    assertThat(console.followers()).isEqualTo(1);
    _get(ConnectDialog.class).close();
    console.beat();
    assertThat(console.followers()).isZero();
  }

  private void consentPage() {
    setUp("int_1", "Google Calendar");
    click("Connect");
  }

  private void setUp(String id, String name) {
    console
        .world()
        .integrations()
        .add(Map.of("id", id, "plugin", "google-calendar", "name", name, "connections", 1));
  }

  private static Map<String, Object> setting(String name) {
    return Map.of(
        "name", name, "label", "The " + name, "kind", "text", "required", true, "secret", false);
  }

  private static void fillIn(String name) {
    _setValue(_get(TextField.class, spec -> spec.withLabel("Name of this set-up")), name);
    _setValue(_get(TextField.class, spec -> spec.withLabel("Client ID")), "the-client");
    _setValue(_get(PasswordField.class), "the-secret");
    click("Continue");
  }

  private static Button leave() {
    return _get(Button.class, spec -> spec.withText("Continue to Google Calendar"));
  }

  private static void click(String text) {
    _click(_find(Button.class, spec -> spec.withText(text)).get(0));
  }

  private static String words() {
    return Words.of(_get(ConnectDialog.class));
  }
}
