package dev.patchbay.console.signin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinRequest;
import dev.patchbay.console.fixture.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInViewTest {
  @RegisterExtension private final Console console = new Console();

  @Test
  void should_send_strangers_to_the_sign_in_when_they_ask_for_any_page() {
    for (String path : new String[] {"", "catalogue"}) {
      console.open(path);
      _assertOne(SignInView.class);
    }
    assertThat(console.host().calls()).containsOnly("GET /api/v1/sign-in-options");
  }

  @Test
  void should_open_the_wanted_page_when_the_password_is_right() {
    console.open("catalogue");
    console.signIn();
    assertThat(Console.words()).contains("Google Calendar");
    _assertNone(SignInView.class);
  }

  @Test
  void should_change_the_id_of_the_web_session_when_somebody_signs_in() {
    String before = VaadinRequest.getCurrent().getWrappedSession().getId();
    console.signIn();
    assertThat(VaadinRequest.getCurrent().getWrappedSession().getId()).isNotEqualTo(before);
  }

  @Test
  void should_say_so_when_the_password_is_wrong() {
    console.signIn("anna", "guess");
    assertThat(Console.words()).contains("The user name or the password is wrong.");
    console.open("catalogue");
    _assertOne(SignInView.class);
  }

  @Test
  void should_say_that_the_server_does_not_answer_when_it_is_down() {
    console.host().close();
    console.signIn();
    assertThat(Console.words()).contains("The Patchbay server does not answer");
  }

  @Test
  void should_keep_the_token_off_the_page_when_somebody_is_signed_in() {
    console.signIn();
    assertThat(Console.markup()).doesNotContain("token-of-anna");
  }

  @Test
  void should_offer_no_single_sign_on_when_there_is_none() {
    assertThat(Console.words()).doesNotContain("Single sign-on", "Sign in with");
  }

  @Test
  void should_offer_the_provider_by_its_name_when_it_is_known() {
    console.world().signOn().provider("berger", true);
    console.open("sign-in?again");

    _assertOne(Button.class, spec -> spec.withText("Sign in with Berger ID"));
  }

  @Test
  void should_ask_for_the_organisation_when_there_are_several() {
    console.world().signOn().provider("berger", false);
    console.open("sign-in?again");

    _click(_get(Button.class, spec -> spec.withText("Single sign-on")));
    TextField organisation =
        _get(TextField.class, spec -> spec.withLabel("Organisation or e-mail address"));
    _setValue(organisation, "another");
    _click(_get(Button.class, spec -> spec.withText("Single sign-on")));

    assertThat(organisation.isInvalid()).isTrue();
    assertThat(organisation.getErrorMessage()).isEqualTo("No single sign-on is set up for this");
  }

  @Test
  void should_open_the_wanted_page_when_the_provider_sends_the_person_back() {
    console.open("catalogue");
    String before = VaadinRequest.getCurrent().getWrappedSession().getId();
    leave();

    console.open("sign-in?code=code-1");

    assertThat(Console.words()).contains("Google Calendar");
    assertThat(VaadinRequest.getCurrent().getWrappedSession().getId()).isNotEqualTo(before);
    assertThat(Console.markup()).doesNotContain("token-of-anna");
  }

  @Test
  void should_let_nobody_in_when_the_code_was_made_for_another_browser() {
    leave();
    console.afresh();

    console.open("sign-in?code=code-1");

    _assertOne(SignInView.class);
    assertThat(Console.words()).contains("did not begin in this browser");
    assertThat(console.host().calls()).doesNotContain("POST /api/v1/login/single-sign-on");
  }

  @Test
  void should_let_nobody_in_when_the_code_is_used_again() {
    leave();
    console.open("sign-in?code=code-1");
    console.afresh();
    console.visitor().depart("ten_1");

    console.open("sign-in?code=code-1");

    _assertOne(SignInView.class);
    assertThat(Console.words()).contains("took too long");
  }

  @Test
  void should_say_in_words_why_the_provider_sent_somebody_in_vain() {
    console.open("sign-in?refused=role");
    assertThat(Console.words()).contains("Your provider gives you no role here.");

    console.open("sign-in?refused=%3Cscript%3E");
    assertThat(Console.words()).contains("You could not be signed in.");
    assertThat(Console.markup()).doesNotContain("<script>");
  }

  private void leave() {
    String address = console.visitor().depart("ten_1");
    assertThat(address).startsWith("/api/sign-in?organisation=ten_1&challenge=");
    console.world().signOn().codeFor("code-1", address.substring(address.lastIndexOf('=') + 1));
  }
}
