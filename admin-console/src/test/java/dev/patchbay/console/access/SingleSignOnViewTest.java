package dev.patchbay.console.access;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.patchbay.console.fixture.Console;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SingleSignOnViewTest {
  @RegisterExtension private final Console console = new Console();

  @BeforeEach
  void open() {
    console.signIn();
    console.open("single-sign-on");
  }

  @Test
  void should_show_what_to_register_before_anything_is_set_up() {
    assertThat(Console.words()).contains("https://patchbay.example/api/sign-in/ten_1/callback");
    _assertNone(Button.class, spec -> spec.withText("Test"));
  }

  @Test
  void should_save_what_the_admin_fills_in() {
    fill("https://login.example.com");

    press("Save");

    var draft = console.world().signOn().draft();
    assertThat(draft.path("clientSecret").asText()).isEqualTo("s3cret");
    assertThat(draft.path("roles").toString())
        .isEqualTo("{\"crm-admins\":\"admin\",\"cn=sales\":\"editor\"}");
    assertThat(draft.path("emailDomains").toString()).isEqualTo("[\"acme.test\",\"acme.example\"]");
    assertThat(draft.path("scopes").size()).isEqualTo(3);
    assertThat(draft.has("defaultRole")).isFalse();
    assertThat(Console.markup()).doesNotContain("s3cret");
  }

  @Test
  void should_leave_the_secret_out_when_it_is_not_typed_again() {
    fill("https://login.example.com");
    press("Save");

    press("Save");

    assertThat(console.world().signOn().draft().has("clientSecret")).isFalse();
  }

  @Test
  void should_say_what_is_wrong_when_the_provider_is_tested() {
    fill("https://login.example.com");
    press("Save");

    press("Test");

    assertThat(Console.words())
        .contains("The document is in order.", "The service said invalid_client");
  }

  @Test
  void should_say_why_when_the_host_refuses() {
    fill("login.example.com");

    assertThatThrownBy(() -> press("Save")).hasMessageContaining("issuer must be an address");
    _assertNone(Button.class, spec -> spec.withText("Test"));
  }

  @Test
  void should_take_it_away_when_the_admin_is_sure() {
    fill("https://login.example.com");
    press("Save");

    press("Remove");
    _click(
        _get(
            Button.class,
            spec ->
                spec.withText("Remove")
                    .withPredicate(button -> button.getThemeNames().contains("error"))));

    assertThat(console.host().calls()).contains("DELETE /api/v1/single-sign-on");
    assertThat(_get(TextField.class, spec -> spec.withLabel("Issuer")).getValue()).isEmpty();
  }

  private static void fill(String issuer) {
    type("Issuer", issuer);
    type("Client id", "patchbay");
    _setValue(_get(PasswordField.class), "s3cret");
    type("Claim that holds the role", "groups");
    _setValue(_get(TextArea.class), "crm-admins = admin\n\ncn=sales = editor");
    type("E-mail domains", "acme.test, acme.example");
  }

  private static void type(String label, String value) {
    _setValue(_get(TextField.class, spec -> spec.withLabel(label)), value);
  }

  private static void press(String text) {
    _click(_get(Button.class, spec -> spec.withText(text)));
  }
}
