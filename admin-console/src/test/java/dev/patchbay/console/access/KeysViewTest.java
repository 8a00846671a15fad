package dev.patchbay.console.access;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.TextField;
import dev.patchbay.console.fixture.Console;
import dev.patchbay.console.fixture.Words;
import dev.patchbay.console.ui.SureDialog;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeysViewTest {
  @RegisterExtension private final Console console = new Console();

  @BeforeEach
  void open() {
    console.signIn();
    console.open("api-keys");
  }

  @Test
  void should_say_what_keys_are_for_when_there_are_none() {
    assertThat(Console.words()).contains("No API keys");
  }

  @Test
  void should_show_the_secret_once_when_a_key_is_made() {
    NewKeyDialog dialog = make(Set.of(KeyScope.RECORDS_READ));
    assertThat(Words.of(dialog)).contains("secret-of-1", "client-1");

    _click(_get(dialog, Button.class, spec -> spec.withText("I have copied them")));

    assertThat(Console.words()).contains("Warehouse", "records:read").doesNotContain("secret-of-1");
  }

  @Test
  void should_not_offer_to_read_credentials_unless_the_admin_wants_it() {
    _click(_get(Button.class, spec -> spec.withText("New API key")));

    assertThat(scopes(_get(NewKeyDialog.class)).getValue())
        .contains(KeyScope.RECORDS_READ)
        .doesNotContain(KeyScope.CREDENTIALS_READ);
  }

  @Test
  void should_give_the_name_the_width_of_the_dialog() {
    _click(_get(Button.class, spec -> spec.withText("New API key")));

    assertThat(_get(_get(NewKeyDialog.class), TextField.class).getWidth()).isEqualTo("100%");
  }

  @Test
  void should_delete_a_key_when_the_admin_is_sure() {
    _click(_get(make(KeyScope.usual()), Button.class, spec -> spec.withText("I have copied them")));

    _click(_get(Button.class, spec -> spec.withText("Delete")));
    _click(_get(_get(SureDialog.class), Button.class, spec -> spec.withText("Delete")));

    assertThat(Console.words()).contains("No API keys");
  }

  private NewKeyDialog make(Set<KeyScope> scopes) {
    _click(_get(Button.class, spec -> spec.withText("New API key")));
    NewKeyDialog dialog = _get(NewKeyDialog.class);
    _setValue(_get(dialog, TextField.class), "Warehouse");
    _setValue(scopes(dialog), scopes);
    _click(_get(dialog, Button.class, spec -> spec.withText("Make key")));
    return dialog;
  }

  @SuppressWarnings("unchecked")
  private static CheckboxGroup<KeyScope> scopes(NewKeyDialog dialog) {
    return _get(dialog, CheckboxGroup.class);
  }
}
