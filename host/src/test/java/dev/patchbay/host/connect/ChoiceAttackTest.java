package dev.patchbay.host.connect;

import static dev.patchbay.host.connect.ConnectWorld.OTHER_TENANT;
import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static dev.patchbay.host.fixture.Wall.assertRefused;

import dev.patchbay.host.connect.AttackWorld.Filling;
import dev.patchbay.host.oauth.Consents;
import jakarta.ws.rs.core.Cookie;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Choices that the session does not allow, or that others make for the person. */
class ChoiceAttackTest {
  private AttackWorld attack;
  private Filling filling;

  @BeforeEach
  void open() {
    attack = AttackWorld.plain();
    attack.world.setUp("int_2", TENANT);
    attack.world.setUp("int_3", TENANT);
    attack.world.setUp("int_9", OTHER_TENANT);
    filling = attack.open(invite("int_1", "int_2"));
  }

  @AfterEach
  void close() {
    attack.close();
  }

  @Test
  void should_go_nowhere_when_what_is_chosen_is_not_allowed() {
    assertStays("int_3", "an integration that the session does not allow");
  }

  @Test
  void should_go_nowhere_when_what_is_chosen_is_of_another_tenant() {
    assertStays("int_9", "an integration of another tenant");
  }

  @Test
  void should_make_no_session_for_an_integration_of_another_tenant() {
    assertRefused(() -> invite("int_1", "int_9"), "a session for another tenant's integration");
  }

  @Test
  void should_go_nowhere_else_when_the_choice_was_made() {
    attack.choose(filling, "int_1");

    assertStays("int_2", "a second choice");
  }

  @Test
  void should_go_nowhere_when_another_browser_chooses() {
    var name = attack.world.answers.formCookieName(filling.session().id());
    attack.cookies.put(name, new Cookie.Builder(name).value("guessed").build());

    assertStays("int_1", "another browser's choice");
  }

  @Test
  void should_go_nowhere_when_another_page_chooses() {
    attack.origin = "https://evil.test";

    assertStays("int_1", "another page's choice");
  }

  @Test
  void should_go_nowhere_when_the_time_is_over() {
    attack.world.clock.advance(Consents.PATIENCE.multipliedBy(2));

    assertStays("int_1", "a choice after the end");
  }

  @Test
  void should_connect_nothing_when_a_form_is_sent_before_the_choice() {
    attack.send(filling, Map.of("token", "key-of-ada"));

    attack.assertNothingConnected();
  }

  private void assertStays(String chosen, String what) {
    AttackWorld.refuse(attack.choose(filling, chosen).address() != null, what);
  }

  private ConnectSessionSummary invite(String... integrations) {
    return attack.world.invitation.invite(
        TENANT, new NewConnectSession(null, null, null, null, List.of(integrations)));
  }
}
