package dev.patchbay.host.sso;

import static dev.patchbay.host.fixture.Wall.assertClosed;
import static dev.patchbay.host.fixture.Wall.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.fixture.AuthorizationServer;
import dev.patchbay.host.fixture.IdTokenForge;
import dev.patchbay.host.persistence.Dialect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Admins of tenants who set single sign-on up so that it harms others, or themselves. */
class SetUpAttackTest {
  @AutoClose private final SignOnWorld world = SignOnWorld.on(Dialect.H2);
  private final String acme = world.tenant("acme");

  @Test
  void should_not_send_a_kept_secret_to_another_issuer() {
    world.save(acme, SignOnWorld.draft());
    world.server.discoveryFault =
        document -> {
          var changed = new HashMap<>(document);
          changed.put("issuer", AuthorizationServer.ISSUER + "/");
          return changed;
        };
    var draft = SignOnWorld.draft();
    draft.issuer = AuthorizationServer.ISSUER + "/";
    draft.secret = null;

    assertRefused(() -> world.save(acme, draft), "a kept secret for another issuer");
  }

  @Test
  void should_not_switch_passwords_off_before_an_admin_has_come_in() {
    world.server.idTokens.forging =
        claims -> IdTokenForge.signed(claims.claim("groups", List.of("crm-editors")).build());
    world.save(acme, SignOnWorld.draft());
    assertThat(world.signIn(acme)).isPresent();
    var draft = SignOnWorld.draft();
    draft.passwords = false;

    assertRefused(() -> world.save(acme, draft), "a tenant that nobody can administer");
  }

  @Test
  void should_not_let_everybody_in_by_mistake() {
    var draft = SignOnWorld.draft();
    draft.roles = Map.of();
    draft.defaultRole = "viewer";

    assertRefused(() -> world.save(acme, draft), "everybody whom a provider knows");
  }

  @Test
  void should_let_no_password_in_when_they_are_switched_off() {
    world.security.add(acme, "erin", "editor");
    switchPasswordsOff();

    assertClosed(world.security.entersWithPassword("erin"), "a password that is switched off");
  }

  @Test
  void should_let_the_operator_in_when_passwords_are_switched_off() {
    world.security.add(acme, "root", "server-admin", "admin");
    switchPasswordsOff();

    assertClosed(!world.security.entersWithPassword("root"), "an operator who is locked out");
  }

  @Test
  void should_not_take_the_people_of_a_domain_that_others_have_too() {
    String other = world.tenant("other");
    world.save(acme, SignOnWorld.draft().withDomains("acme.test"));
    world.save(other, SignOnWorld.draft().withDomains("acme.test"));

    assertClosed(world.leaves("ada@acme.test"), "somebody sent to a stranger's provider");
  }

  @Test
  void should_not_come_in_with_a_name_of_a_person_of_the_provider_and_no_password() {
    world.server.idTokens.forging =
        claims -> IdTokenForge.signed(claims.claim("groups", List.of("crm-editors")).build());
    world.save(acme, SignOnWorld.draft());
    String name = world.person(acme).orElseThrow().name();

    assertClosed(world.security.entersWithPassword(name), "a user who never had a password");
  }

  private void switchPasswordsOff() {
    world.server.idTokens.forging =
        claims -> IdTokenForge.signed(claims.claim("groups", List.of("crm-admins")).build());
    world.save(acme, SignOnWorld.draft());
    assertThat(world.signIn(acme)).isPresent();
    var draft = SignOnWorld.draft();
    draft.passwords = false;
    world.save(acme, draft);
  }
}
