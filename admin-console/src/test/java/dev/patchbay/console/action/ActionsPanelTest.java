package dev.patchbay.console.action;

import static com.github.mvysny.kaributesting.v10.BasicUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static com.github.mvysny.kaributesting.v10.UploadKt._upload;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import dev.patchbay.console.fixture.Console;
import dev.patchbay.console.fixture.Words;
import elemental.json.Json;
import elemental.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ActionsPanelTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Object> SEND =
      Map.of(
          "name",
          "send-message",
          "label",
          "Send a message",
          "fields",
          List.of(
              Map.of("name", "to", "label", "To", "kind", "list", "required", true),
              Map.of("name", "text", "label", "Text", "kind", "lines", "required", false),
              Map.of("name", "attachments", "label", "Files", "kind", "files")));

  @RegisterExtension private final Console console = new Console();

  private String id;

  @BeforeEach
  void connect() {
    id = console.world().connect("Mail of Anna", "anna@example.com", "ACTIVE");
    console.world().offer("google-calendar", SEND);
  }

  @Test
  void should_do_what_the_form_asks_for() {
    open("grace@crm.test, ada@crm.test", "Hello");
    send();

    assertThat(console.world().wishes())
        .singleElement()
        .satisfies(
            wish ->
                assertThat(JSON.convertValue(wish.getValue(), Map.class))
                    .isEqualTo(
                        Map.of("to", List.of("grace@crm.test", "ada@crm.test"), "text", "Hello")));
  }

  @Test
  void should_send_files_along_with_what_they_are() {
    open("grace@crm.test", "Hello");
    _upload(upload(), "plan.txt", "text/plain", "Hello".getBytes(UTF_8));
    send();

    assertThat(console.world().wishes())
        .singleElement()
        .satisfies(
            wish ->
                assertThat(JSON.convertValue(wish.getValue(), Map.class))
                    .containsEntry(
                        "attachments",
                        List.of(
                            Map.of(
                                "name", "plan.txt",
                                "contentType", "text/plain",
                                "ref", "data:text/plain;base64,SGVsbG8="))));
  }

  @Test
  void should_say_how_much_fits_before_and_after_it_is_too_much() {
    open("grace@crm.test", "Hello");

    assertThat(_get(dialog(), CustomField.class).getHelperText())
        .isEqualTo("At most 700 KB in all");
    _upload(upload(), "one.bin", "application/pdf", new byte[400 * 1024]);
    _upload(upload(), "two.bin", "application/pdf", new byte[400 * 1024]);
    send();

    assertThat(console.world().wishes()).isEmpty();
    assertThat(_get(dialog(), CustomField.class).getErrorMessage()).contains("too large together");
  }

  @Test
  void should_send_nothing_while_a_file_is_on_its_way() {
    open("grace@crm.test", "Hello");
    _fireDomEvent(upload(), "upload-before");
    send();

    assertThat(console.world().wishes()).isEmpty();
    assertThat(_get(dialog(), CustomField.class).getErrorMessage()).contains("on its way");

    _upload(upload(), "one.bin", "application/pdf", new byte[40]);
    _fireDomEvent(upload(), "upload-success", noneUnderWay());
    send();

    assertThat(console.world().wishes()).hasSize(1);
  }

  @Test
  void should_ask_for_nothing_when_a_field_is_left_out() {
    open("", "Hello");
    send();

    assertThat(console.world().wishes()).isEmpty();
    assertThat(_get(dialog(), TextField.class).isInvalid()).isTrue();
  }

  @Test
  void should_keep_its_key_until_something_else_is_asked_for() {
    open("nobody@crm.test", "Hello");
    send();
    send();
    _setValue(_get(dialog(), TextArea.class), "Hello again");
    send();

    assertThat(Words.of(dialog())).contains("550 no such person");
    var keys = console.world().wishes().stream().map(Map.Entry::getKey).toList();
    assertThat(keys).hasSize(3);
    assertThat(keys.get(1)).isEqualTo(keys.get(0));
    assertThat(keys.get(2)).isNotEqualTo(keys.get(0));
  }

  @Test
  void should_offer_nothing_to_somebody_who_only_looks() {
    console.world().roles("viewer");
    console.signIn();
    console.open("connections/" + id);

    assertThat(Console.words()).doesNotContain("Send a message");
  }

  private static JsonObject noneUnderWay() {
    JsonObject told = Json.createObject();
    told.put("element.files", Json.createArray());
    told.put("element.files.some(file => file.uploading && file !== event.detail.file)", false);
    return told;
  }

  private void open(String to, String text) {
    console.signIn();
    console.open("connections/" + id);
    _click(_get(Button.class, spec -> spec.withText("Send a message")));
    _setValue(_get(dialog(), TextField.class), to);
    _setValue(_get(dialog(), TextArea.class), text);
  }

  private void send() {
    _click(_get(dialog(), Button.class, spec -> spec.withText("Send a message")));
  }

  private static Upload upload() {
    return _get(dialog(), Upload.class);
  }

  private static ActionDialog dialog() {
    return _get(ActionDialog.class);
  }
}
