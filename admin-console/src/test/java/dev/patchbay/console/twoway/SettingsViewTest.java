package dev.patchbay.console.twoway;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static dev.patchbay.console.twoway.TwoWayPages.offers;
import static dev.patchbay.console.twoway.TwoWayPages.press;
import static dev.patchbay.console.twoway.TwoWayPages.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.patchbay.console.fixture.Console;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SettingsViewTest {
  @RegisterExtension private final Console console = Console.connected();

  private void enter(String role) {
    TwoWayPages.enter(console, role, "sync-settings");
  }

  @Test
  void should_save_who_wins() {
    enter("editor");
    assertThat(policy().getValue()).isEqualTo(Policy.LATEST_WINS);
    _setValue(policy(), Policy.ASK);
    press("Save for Events");

    assertThat(console.world().twoWay().settings()).containsEntry("policy", "ask");
  }

  @Test
  void should_say_which_way_records_go() {
    enter("editor");

    assertThat(words()).contains("Synced both ways", "more than 20 records");
  }

  @Test
  void should_ask_nothing_when_the_type_is_only_read() {
    console
        .world()
        .plugins()
        .get(0)
        .put("types", List.of(Map.of("name", "event", "label", "Events", "writable", false)));
    enter("editor");

    assertThat(words()).contains("Only read");
    assertThat(offers("Save for Events")).isFalse();
  }

  @Test
  void should_tell_so_when_there_is_nothing_to_sync() {
    console.world().plugins().get(0).put("types", List.of());
    enter("editor");

    assertThat(words()).contains("This service brings nothing to sync");
  }

  @Test
  void should_let_a_viewer_look_and_save_nothing() {
    enter("viewer");

    assertThat(policy().isReadOnly()).isTrue();
    assertThat(offers("Save for Events")).isFalse();
  }

  @SuppressWarnings("unchecked")
  private static RadioButtonGroup<Policy> policy() {
    return _get(RadioButtonGroup.class);
  }
}
