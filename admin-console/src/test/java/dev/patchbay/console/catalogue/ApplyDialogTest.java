package dev.patchbay.console.catalogue;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import dev.patchbay.console.fixture.Console;
import dev.patchbay.console.fixture.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApplyDialogTest {
  private static final String APPLY = "POST /api/v1/plugins/apply";

  @RegisterExtension private final Console console = new Console();

  @Test
  void should_start_the_server_again_when_a_server_admin_applies_the_changes() {
    console.world().roles("server-admin", "admin");
    console.signIn();
    console.open("catalogue");

    _click(_get(Button.class, spec -> spec.withText("Apply changes")));
    assertThat(console.host().calls()).doesNotContain(APPLY);
    _click(_get(_get(ApplyDialog.class), Button.class, spec -> spec.withText("Apply changes")));

    assertThat(console.host().calls()).contains(APPLY);
    assertThat(Words.of(_get(ApplyDialog.class)))
        .contains("comes back by itself")
        .doesNotContain("Cancel");
  }

  @Test
  void should_not_offer_to_apply_changes_to_whom_the_server_is_not_entrusted() {
    console.signIn();
    console.open("catalogue");

    assertThat(_find(Button.class, spec -> spec.withText("Apply changes"))).isEmpty();
  }
}
