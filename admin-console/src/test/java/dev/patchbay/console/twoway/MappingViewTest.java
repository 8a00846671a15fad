package dev.patchbay.console.twoway;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static dev.patchbay.console.twoway.TwoWayPages.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import dev.patchbay.console.fixture.Console;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MappingViewTest {
  @RegisterExtension private final Console console = Console.connected();

  private void enter(String role) {
    TwoWayPages.enter(console, role, "field-mapping");
  }

  @Test
  void should_keep_the_names_line_by_line() {
    enter("editor");
    _setValue(names(), "Subject__c = title\n\n Ort__c=locations/1/name ");
    save();

    assertThat(console.world().mappings().of("con_1").at("/types/event"))
        .hasToString("{\"Subject__c\":\"title\",\"Ort__c\":\"locations/1/name\"}");
    assertThat(names().getValue()).isEqualTo("Subject__c = title\nOrt__c = locations/1/name");
  }

  @Test
  void should_say_which_line_is_none_and_send_nothing() {
    enter("editor");
    _setValue(names(), "Subject__c title");
    save();

    assertThat(names().isInvalid()).isTrue();
    assertThat(names().getErrorMessage()).contains("Subject__c title");

    _setValue(names(), "Subject__c = title\nSubject__c = description");
    save();

    assertThat(names().getErrorMessage()).contains("twice");
    assertThat(console.world().mappings().of("con_1")).isEmpty();
  }

  @Test
  void should_tell_the_servers_words_when_it_refuses() {
    enter("editor");
    _setValue(names(), "Subject = titel");
    save();

    assertThat(words()).contains("Subject stands for titel");
  }

  @Test
  void should_show_the_integrations_names_where_the_connection_has_none() {
    console.world().mappings().keep("int_1", "event", "Betreff", "title");
    enter("editor");

    assertThat(_find(TextArea.class))
        .extracting(TextArea::getValue)
        .containsExactly("", "Betreff = title");
    assertThat(_find(TextArea.class)).extracting(TextArea::isReadOnly).containsExactly(false, true);
  }

  @Test
  void should_let_a_viewer_look_and_save_nothing() {
    console.world().mappings().keep("con_1", "event", "Betreff", "title");
    enter("viewer");

    assertThat(names().getValue()).isEqualTo("Betreff = title");
    assertThat(names().isReadOnly()).isTrue();
    assertThat(_find(Button.class, spec -> spec.withText("Save"))).isEmpty();
  }

  @Test
  void should_tell_so_when_the_service_brings_no_records() {
    console.world().plugins().get(0).put("types", List.of());
    enter("editor");

    assertThat(words()).contains("This service brings no records");
  }

  private static TextArea names() {
    return _find(TextArea.class).get(0);
  }

  private static void save() {
    _click(_get(Button.class, spec -> spec.withText("Save")));
  }
}
