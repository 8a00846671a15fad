package dev.patchbay.console.embed;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import dev.patchbay.console.fixture.Console;
import dev.patchbay.console.fixture.Words;
import dev.patchbay.console.ui.SureDialog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddingViewTest {
  private static final String CRM = "https://crm.example";

  @RegisterExtension private final Console console = new Console();

  @BeforeEach
  void signIn() {
    console.signIn();
  }

  @Test
  void should_allow_one_more_origin() {
    console.world().origins().add("https://other.example");
    console.open("embedding");

    allow(CRM);

    assertThat(console.world().origins()).containsExactly(CRM, "https://other.example");
    assertThat(Console.words()).contains(CRM, "https://other.example");
  }

  @Test
  void should_tell_what_is_wrong_when_it_is_no_origin() {
    console.open("embedding");
    assertThat(Console.words()).contains("No page is allowed");

    allow(CRM + "/");

    assertThat(Words.of(_get(NewOriginDialog.class))).contains("as browsers write it");
    assertThat(console.world().origins()).isEmpty();
  }

  @Test
  void should_remove_one_and_leave_the_others() {
    console.world().origins().add(CRM);
    console.open("embedding");

    _click(_get(Button.class, spec -> spec.withText("Remove")));
    _click(_get(_get(SureDialog.class), Button.class, spec -> spec.withText("Remove")));

    assertThat(console.world().origins()).isEmpty();
    assertThat(Console.words()).contains("No page is allowed");
  }

  private static void allow(String origin) {
    _click(_get(Button.class, spec -> spec.withText("Allow an origin")));
    var dialog = _get(NewOriginDialog.class);
    _setValue(_get(dialog, TextField.class), origin);
    _click(_get(dialog, Button.class, spec -> spec.withText("Allow")));
  }
}
