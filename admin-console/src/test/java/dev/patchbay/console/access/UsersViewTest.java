package dev.patchbay.console.access;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import dev.patchbay.console.fixture.Console;
import dev.patchbay.console.ui.SureDialog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UsersViewTest {
  private static final String PASSWORD = "a good password";

  @RegisterExtension private final Console console = new Console();

  @BeforeEach
  void open() {
    console.world().user("usr_2", "ben", "viewer");
    console.signIn();
    console.open("users");
  }

  @Test
  void should_show_everybody_with_their_roles() {
    assertThat(Console.words()).contains("Anna Berger", "ben", "viewer");
  }

  @Test
  void should_let_a_person_in_when_all_is_filled_in() {
    click("Add user");
    NewUserDialog dialog = _get(NewUserDialog.class);
    _setValue(_get(dialog, TextField.class), "cleo");
    _setValue(_get(dialog, NewPasswordField.class), PASSWORD);
    _setValue(_get(dialog, RoleChoice.class), Set.of(Role.EDITOR));
    _click(_get(dialog, Button.class, spec -> spec.withText("Let in")));

    assertThat(Console.words()).contains("cleo", "editor").doesNotContain(PASSWORD);
    _assertNone(NewUserDialog.class);
  }

  @Test
  void should_ask_again_when_the_password_is_short() {
    click("Add user");
    NewUserDialog dialog = _get(NewUserDialog.class);
    _setValue(_get(dialog, TextField.class), "cleo");
    _setValue(_get(dialog, NewPasswordField.class), "short");
    _click(_get(dialog, Button.class, spec -> spec.withText("Let in")));

    assertThat(_get(dialog, NewPasswordField.class).isInvalid()).isTrue();
    assertThat(console.host().calls()).doesNotContain("POST /api/v1/users");
  }

  @Test
  void should_change_the_roles_when_the_admin_picks_others() {
    click("Roles");
    RolesDialog dialog = _get(RolesDialog.class);
    _setValue(_get(dialog, RoleChoice.class), Set.of(Role.ADMIN));
    _click(_get(dialog, Button.class, spec -> spec.withText("Change")));

    assertThat(ben().get("roles")).isEqualTo(List.of("admin"));
  }

  @Test
  void should_shut_out_and_let_in_again() {
    click("Shut out");
    assertThat(ben().get("disabled")).isEqualTo(true);
    assertThat(Console.words()).contains("Let in again");

    click("Let in again");
    assertThat(ben().get("disabled")).isEqualTo(false);
  }

  @Test
  void should_link_a_user_to_a_person_of_the_provider_and_undo_it() {
    click("Single sign-on");
    LinkDialog dialog = _get(LinkDialog.class);
    _setValue(_get(dialog, TextField.class), "ben");
    _click(_get(dialog, Button.class, spec -> spec.withText("Link")));
    assertThat(_get(dialog, TextField.class).isInvalid()).isTrue();

    _setValue(_get(dialog, TextField.class), "ben@acme.test");
    _click(_get(dialog, Button.class, spec -> spec.withText("Link")));
    assertThat(Console.words()).contains("Single sign-on awaited: ben@acme.test");

    click("Single sign-on");
    _click(_get(Button.class, spec -> spec.withText("Unlink")));
    assertThat(ben()).doesNotContainKey("singleSignOn");
  }

  @Test
  void should_set_another_password_when_somebody_forgot_theirs() {
    click("Password");
    ResetPasswordDialog dialog = _get(ResetPasswordDialog.class);
    _setValue(_get(dialog, NewPasswordField.class), PASSWORD);
    _click(_get(dialog, Button.class, spec -> spec.withText("Set password")));

    assertThat(console.host().calls()).contains("PUT /api/v1/users/usr_2/password");
  }

  @Test
  void should_delete_only_when_the_admin_is_sure() {
    click("Delete");
    assertThat(console.host().calls()).doesNotContain("DELETE /api/v1/users/usr_2");

    _click(_get(_get(SureDialog.class), Button.class, spec -> spec.withText("Delete")));

    assertThat(Console.words()).doesNotContain("ben");
  }

  @Test
  void should_change_ones_own_password_when_both_new_ones_are_the_same() {
    List<String> changes = new ArrayList<>();
    OwnPasswordDialog dialog = new OwnPasswordDialog((old, wanted) -> changes.add(wanted));
    dialog.open();
    type(dialog, "New password", PASSWORD);
    type(dialog, "New password again", "another password");
    _click(_get(dialog, Button.class, spec -> spec.withText("Change password")));
    assertThat(changes).isEmpty();

    type(dialog, "New password again", PASSWORD);
    _click(_get(dialog, Button.class, spec -> spec.withText("Change password")));
    assertThat(changes).containsExactly(PASSWORD);
  }

  @Test
  void should_go_on_when_ones_own_password_was_changed() {
    console.visitor().changePassword("old", PASSWORD);

    console.open("users");
    assertThat(console.host().calls()).contains("PUT /api/v1/me/password");
    assertThat(Console.words()).contains("ben");
  }

  private static void type(OwnPasswordDialog dialog, String label, String text) {
    _setValue(_get(dialog, NewPasswordField.class, spec -> spec.withLabel(label)), text);
  }

  private Map<String, Object> ben() {
    return console.world().users().get(1);
  }

  private static void click(String text) {
    _click(_get(Button.class, spec -> spec.withText(text)));
  }
}
