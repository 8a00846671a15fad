package dev.patchbay.console.connection;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.patchbay.console.fixture.Console;
import dev.patchbay.console.fixture.Words;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectionViewTest {
  @RegisterExtension private final Console console = new Console();

  private String id;

  @BeforeEach
  void signIn() {
    id = console.world().connect("Anna's calendar", "anna@example.com", "ACTIVE");
    console.world().collection("col_1", "Anna Berger", "#1f8a70");
    console.signIn();
  }

  @Test
  void should_show_state_account_and_permissions_when_it_opens() {
    open();
    assertThat(words())
        .contains("Anna's calendar", "anna@example.com", "Connected", "calendar.readonly");
  }

  @Test
  void should_count_the_records_of_each_type_when_the_service_has_no_events() {
    console.world().bring("google-calendar", "contact", "People");
    console.world().connection(id).put("records", Map.of("contact", 4));
    open();
    assertThat(words()).contains("People", "4 records").doesNotContain("No events yet");
  }

  @Test
  void should_offer_to_sign_in_again_when_the_grant_is_gone() {
    console.world().connection(id).put("state", "NEEDS_REAUTH");
    console.world().connection(id).put("reason", "Google has withdrawn the access.");
    open();
    assertThat(words())
        .contains("Needs sign-in", "Google has withdrawn the access.", "Reconnect")
        .doesNotContain("Sync now");
  }

  @Test
  void should_say_why_it_is_stalled_and_offer_to_read_everything_again() {
    open();
    assertThat(words()).doesNotContain("Read everything again");
    console.world().connection(id).put("state", "STALLED");
    console.world().connection(id).put("reason", "The service shows nothing any more.");
    open();
    assertThat(words()).contains("Stalled", "The service shows nothing any more.", "Sync now");

    click("Read everything again");

    assertThat(console.world().twoWay().syncs())
        .singleElement()
        .satisfies(sync -> assertThat(sync.path("full").asBoolean()).isTrue());
  }

  @Test
  void should_offer_no_sync_when_there_is_nothing_to_pull() {
    console.world().connection(id).put("types", List.of());
    open();
    assertThat(words()).contains("Check").doesNotContain("Sync now");

    console.world().connection(id).put("state", "STALLED");
    open();
    assertThat(words()).doesNotContain("Sync now", "Read everything again");
  }

  @Test
  void should_tell_when_the_access_ends_and_offer_to_reconnect() {
    console.world().connection(id).put("credential", end("2026-12-05T09:00:00Z", true));
    open();

    assertThat(words())
        .contains("ends this access on 5 December 2026", "Reconnect", "Sync now")
        .doesNotContain("Replace credentials");

    click("Reconnect");

    assertThat(console.world().sessions())
        .singleElement()
        .satisfies(session -> assertThat(session).containsEntry("connectionId", id));
  }

  @Test
  void should_not_warn_when_the_end_is_far() {
    console.world().connection(id).put("credential", end("2027-12-05T09:00:00Z", false));
    open();

    assertThat(words()).doesNotContain("ends this access", "Reconnect");
  }

  @Test
  void should_replace_what_was_typed_in() {
    console.world().typedIn("google-calendar", "token", "API key");
    open();
    click("Replace credentials");
    var dialog = _get(ReplaceDialog.class);
    _setValue(_get(dialog, PasswordField.class), "next-key");
    _setValue(_get(dialog, DatePicker.class), LocalDate.parse("2027-01-31"));
    confirm(dialog, "Replace");

    assertThat(console.world().connection(id))
        .containsEntry("credential", end("2027-01-31T00:00:00Z", false));
    assertThat(dialog.isOpened()).isFalse();
  }

  @Test
  void should_tell_the_services_words_when_it_does_not_accept_what_is_typed_in() {
    console.world().typedIn("google-calendar", "token", "API key");
    open();
    click("Replace credentials");
    var dialog = _get(ReplaceDialog.class);
    _setValue(_get(dialog, PasswordField.class), "wrong");
    confirm(dialog, "Replace");

    assertThat(Words.of(dialog)).contains("The service said: unknown key");
    assertThat(dialog.isOpened()).isTrue();
  }

  @Test
  void should_count_up_and_then_show_the_events_when_a_sync_runs() {
    open();
    click("Sync now");
    assertThat(words()).contains("Running", "0 items so far");
    Map<String, Object> run = console.world().runs().get(0);
    console.world().progress(run, 1200, false);
    console.beat();
    assertThat(words()).contains("1,200 items so far", "reading Anna Berger");
    console.world().event("Call with Ms Novak", LocalDateTime.parse("2026-11-24T11:30:00"));
    console.world().progress(run, 1, true);
    console.beat();
    assertThat(words())
        .contains("Done", "1,201 new", "Call with Ms Novak", "1,201 records")
        .doesNotContain("items so far");
  }

  @Test
  void should_notice_a_run_when_somebody_else_started_it() {
    open();
    console.world().runningRun(id);
    for (int i = 0; i < 6; i++) {
      console.beat();
    }
    assertThat(words()).contains("Running");
  }

  @Test
  void should_say_what_went_wrong_when_a_run_failed() {
    Map<String, Object> run = console.world().runningRun(id);
    run.put("state", "FAILED");
    run.put("failed", 1);
    run.put("errors", List.of(Map.of("message", "Google answered: quota exceeded")));
    open();
    assertThat(words()).contains("Failed", "1 failed", "Google answered: quota exceeded");
  }

  @Test
  void should_take_the_new_name_when_it_is_renamed() {
    open();
    click("Rename");
    _setValue(_get(TextField.class, spec -> spec.withLabel("Name")), "Anna at work");
    confirm(_get(RenameDialog.class), "Rename");
    assertThat(words()).contains("Anna at work");
  }

  @Test
  void should_erase_the_records_when_the_admin_asks_for_it() {
    console.world().connection(id).put("records", Map.of("event", 12));
    open();
    click("Disconnect");
    RadioButtonGroup<Connections.Records> fate = fate();
    assertThat(fate.getValue()).isEqualTo(Connections.Records.KEEP);
    _setValue(fate, Connections.Records.ERASE);
    confirm(_get(DisconnectDialog.class), "Disconnect");
    assertThat(words()).contains("Disconnected", "0 records").doesNotContain("Sync now");
  }

  @Test
  void should_keep_the_records_when_nothing_else_was_chosen() {
    console.world().connection(id).put("records", Map.of("event", 12));
    open();
    click("Disconnect");
    confirm(_get(DisconnectDialog.class), "Disconnect");
    assertThat(words()).contains("Disconnected", "12 records");
  }

  @Test
  void should_say_so_when_there_is_no_such_connection() {
    console.open("connections/con_404");
    assertThat(Console.words()).contains("This does not exist", "no connection here", "cor-404");
  }

  private static Map<String, Object> end(String at, boolean soon) {
    return Map.of("endsAt", at, "endsSoon", soon);
  }

  private void open() {
    console.open("connections/" + id);
  }

  private static void click(String text) {
    _click(_get(Button.class, spec -> spec.withText(text)));
  }

  private static void confirm(Component part, String text) {
    _click(_get(part, Button.class, spec -> spec.withText(text)));
  }

  @SuppressWarnings("unchecked")
  private static RadioButtonGroup<Connections.Records> fate() {
    return _get(RadioButtonGroup.class);
  }

  private static String words() {
    return Words.of(_get(ConnectionView.class));
  }
}
