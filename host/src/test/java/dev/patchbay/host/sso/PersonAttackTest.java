package dev.patchbay.host.sso;

import static dev.patchbay.host.fixture.Wall.assertClosed;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.fixture.AuthorizationServer;
import dev.patchbay.host.fixture.IdTokenForge;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.security.SignInLink;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** People whom the provider really knows, and who want to be somebody else or more. */
class PersonAttackTest {
  @AutoClose private final SignOnWorld world = SignOnWorld.on(Dialect.H2);
  private final String acme = world.tenant("acme");

  @Test
  void should_not_come_in_as_another_who_has_the_same_address() {
    world.save(acme, SignOnWorld.draft());
    say("ada@acme.test", true, "crm-admins");
    var ada = world.person(acme).orElseThrow();
    world.server.account = "mallory";

    var mallory = world.person(acme);

    assertClosed(
        mallory.filter(person -> person.subject().equals(ada.subject())).isPresent(),
        "somebody else with the same address");
  }

  @Test
  void should_not_come_in_as_a_user_whom_nobody_has_linked() {
    String ada = world.security.add(acme, "ada@acme.test", "admin");
    world.save(acme, SignOnWorld.draft());
    say("ada@acme.test", true, "crm-editors");

    assertClosed(isSomebodyAs(ada), "a user of the same name");
  }

  @Test
  void should_not_take_an_awaited_account_with_an_address_that_is_not_verified() {
    String ada = world.security.add(acme, "ada", "admin");
    world.security.await(ada, "ada@acme.test");
    world.save(acme, SignOnWorld.draft());
    say("ada@acme.test", false, "crm-editors");

    assertClosed(isSomebodyAs(ada), "an address that nobody has verified");
  }

  @Test
  void should_not_take_an_awaited_account_of_another_tenant() {
    String other = world.tenant("other");
    String ada = world.security.add(other, "ada", "admin");
    world.security.await(ada, "ada@acme.test");
    world.save(acme, SignOnWorld.draft());
    say("ada@acme.test", true, "crm-editors");

    assertThat(SignOnWorld.code(world.pass(acme))).isPresent();

    assertClosed(
        !world.security.now(ada).orElseThrow().hasRole("admin"), "a user of another tenant");
  }

  @Test
  void should_not_be_of_a_domain_when_nobody_has_verified_the_address() {
    world.save(acme, SignOnWorld.draft().withDomains("acme.test"));
    say("ada@acme.test", false, "crm-editors");

    assertClosed(world.signIn(acme).isPresent(), "a domain that nobody has verified");
  }

  @Test
  void should_not_be_of_a_domain_that_only_ends_like_it() {
    world.save(acme, SignOnWorld.draft().withDomains("acme.test"));
    say("ada@evil-acme.test", true, "crm-editors");

    assertClosed(world.signIn(acme).isPresent(), "a domain that ends like the right one");
  }

  @Test
  void should_have_no_role_by_a_word_that_means_nothing_here() {
    world.save(acme, SignOnWorld.draft());
    say("ada@acme.test", true, "admin");

    assertClosed(
        world.person(acme).filter(person -> person.hasRole("admin")).isPresent(),
        "a role by its name");
  }

  @Test
  void should_have_no_role_by_a_claim_that_does_not_count() {
    world.save(acme, SignOnWorld.draft());
    forge(claims -> claims.claim("roles", List.of("crm-admins")));

    assertClosed(world.signIn(acme).isPresent(), "a role by another claim");
  }

  @Test
  void should_lose_a_role_when_the_provider_has_taken_it() {
    world.save(acme, SignOnWorld.draft());
    say("ada@acme.test", true, "crm-admins");
    assertThat(world.person(acme).orElseThrow().roles()).containsExactly("admin");
    say("ada@acme.test", true, "crm-editors");

    assertClosed(
        world.person(acme).filter(person -> person.hasRole("admin")).isPresent(),
        "a role that was taken");
  }

  @Test
  void should_refuse_a_set_up_that_makes_server_admins() {
    var draft = SignOnWorld.draft();
    draft.roles = Map.of("crm-admins", "server-admin");

    assertClosed(saves(draft), "a role beyond the tenant");
  }

  @Test
  void should_make_no_server_admin_whatever_the_database_says() {
    world.save(acme, SignOnWorld.draft());
    say("ada@acme.test", true, "crm-admins");
    assertThat(world.person(acme)).isPresent();
    world.database("update sign_in_provider set roles = '{\"crm-admins\":\"server-admin\"}'");
    say("ada@acme.test", true, "crm-admins");

    assertClosed(
        world.person(acme).filter(person -> person.hasRole("server-admin")).isPresent(),
        "a server admin by a claim");
  }

  @Test
  void should_not_come_in_as_a_server_admin() {
    String root = world.security.add(acme, "root", "server-admin", "admin");
    world.security.link(root, AuthorizationServer.ISSUER, "subject-of-ada");
    world.save(acme, SignOnWorld.draft());
    say("ada@acme.test", true, "crm-admins");

    assertClosed(isSomebodyAs(root), "the operator, by the word of a tenant's provider");
  }

  @Test
  void should_link_nobody_to_a_server_admin() {
    String root = world.security.add(acme, "root", "server-admin", "admin");
    var admin = SignOnWorld.admin(acme);

    assertClosed(
        links(() -> world.security.link(admin, root, new SignInLink(null, "subject-of-ada", null))),
        "a link to the operator");
  }

  @Test
  void should_link_nobody_to_a_user_of_another_tenant() {
    String ada = world.security.add(world.tenant("other"), "ada", "admin");
    var admin = SignOnWorld.admin(acme);

    assertClosed(
        links(() -> world.security.link(admin, ada, new SignInLink(null, "subject-of-ada", null))),
        "a link to somebody elsewhere");
  }

  @Test
  void should_not_come_in_when_the_account_is_shut_out() {
    world.save(acme, SignOnWorld.draft());
    say("ada@acme.test", true, "crm-editors");
    world.security.disable(world.person(acme).orElseThrow().subject());

    assertClosed(SignOnWorld.code(world.pass(acme)).isPresent(), "somebody who is shut out");
  }

  @Test
  void should_get_no_token_when_the_account_was_shut_out_on_the_way() {
    world.save(acme, SignOnWorld.draft());
    say("ada@acme.test", true, "crm-editors");
    String ada = world.person(acme).orElseThrow().subject();
    String code = SignOnWorld.code(world.pass(acme)).orElseThrow();
    world.security.disable(ada);

    assertClosed(world.trades(code, SignOnWorld.VERIFIER), "somebody who was shut out");
  }

  @Test
  void should_not_come_in_when_nobody_new_is_welcome() {
    var draft = SignOnWorld.draft();
    draft.createsUsers = false;
    world.save(acme, draft);
    say("ada@acme.test", true, "crm-admins");

    assertClosed(world.signIn(acme).isPresent(), "somebody whom nobody knows");
  }

  private boolean isSomebodyAs(String user) {
    return person().filter(person -> person.subject().equals(user)).isPresent();
  }

  private Optional<Caller> person() {
    return world.person(acme);
  }

  private boolean saves(SignOnWorld.Draft draft) {
    return links(() -> world.save(acme, draft));
  }

  private static boolean links(Runnable attempt) {
    try {
      attempt.run();
      return true;
    } catch (ProblemException refused) {
      return false;
    }
  }

  private void say(String email, boolean verified, String... groups) {
    forge(
        claims ->
            claims
                .claim("email", email)
                .claim("email_verified", verified)
                .claim("groups", List.copyOf(Set.of(groups))));
  }

  private void forge(UnaryOperator<JWTClaimsSet.Builder> change) {
    world.server.idTokens.forging = claims -> IdTokenForge.signed(change.apply(claims).build());
  }
}
