package dev.patchbay.console.signin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(console.host().calls()).isEmpty();
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
}
