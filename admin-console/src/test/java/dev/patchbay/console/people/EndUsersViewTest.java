package dev.patchbay.console.people;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import dev.patchbay.console.fixture.Console;
import dev.patchbay.console.ui.SureDialog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EndUsersViewTest {
  @RegisterExtension private final Console console = new Console();

  @Test
  void should_say_who_would_be_here_when_there_is_nobody() {
    open();

    assertThat(Console.words()).contains("No end users");
  }

  @Test
  void should_erase_a_person_when_the_admin_is_sure() {
    console.world().endUser("u-17", "Rita Costa", 2);
    open();
    assertThat(Console.words()).contains("Rita Costa", "u-17", "2 connections");

    _click(_get(Button.class, spec -> spec.withText("Erase")));
    assertThat(console.world().endUsers()).hasSize(1);
    _click(_get(_get(SureDialog.class), Button.class, spec -> spec.withText("Erase")));

    assertThat(console.world().endUsers()).isEmpty();
    assertThat(Console.words()).contains("No end users");
  }

  @Test
  void should_offer_to_erase_to_nobody_but_an_admin() {
    console.world().endUser("u-17", null, 1);
    console.world().roles("editor");
    open();

    assertThat(Console.words()).contains("u-17").doesNotContain("Erase");
  }

  private void open() {
    console.signIn();
    console.open("end-users");
  }
}
