package dev.patchbay.host.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.fixture.AuthorizationServer;
import dev.patchbay.host.fixture.IdTokenForge;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.security.SignInLink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** People who sign in with the provider of their organisation, and admins who set it up. */
@OnBothDatabases
class SignOnTest {
  @AutoClose private final SignOnWorld world;
  private final String acme;

  SignOnTest(Dialect dialect) {
    world = SignOnWorld.on(dialect);
    acme = world.tenant("acme");
    world.server.idTokens.forging =
        claims ->
            IdTokenForge.signed(
                claims
                    .claim("groups", List.of("staff", "crm-editors"))
                    .claim("email", "Ada@Acme.test")
                    .claim("email_verified", true)
                    .build());
  }

  @Test
  void should_let_a_new_person_in_with_the_role_that_the_claim_gives() {
    world.save(acme, SignOnWorld.draft());

    var person = world.person(acme).orElseThrow();

    assertThat(person.tenantId()).isEqualTo(acme);
    assertThat(person.name()).isEqualTo("ada@acme.test");
    assertThat(person.roles()).containsExactly("editor");
    assertThat(world.person(acme)).contains(person);
    assertThat(world.security.names(acme)).containsExactly("ada@acme.test");
  }

  @Test
  void should_find_the_organisation_by_its_name_and_by_an_address_of_it() {
    world.save(acme, SignOnWorld.draft().withDomains("acme.test"));

    for (String said : List.of(acme, "acme", "acme.test", "ada@ACME.test")) {
      assertThat(world.leaves(said)).as(said).isTrue();
    }
    assertThat(world.leaves("acme.test.example")).isFalse();
  }

  @Test
  void should_give_the_default_role_when_the_claim_says_nothing() {
    var draft = SignOnWorld.draft().withDomains("acme.test");
    draft.roles = Map.of();
    draft.defaultRole = "viewer";
    world.save(acme, draft);

    assertThat(world.person(acme).orElseThrow().roles()).containsExactly("viewer");
  }

  @Test
  void should_find_the_roles_deep_in_the_token_when_a_pointer_says_where() {
    world.server.idTokens.forging =
        claims ->
            IdTokenForge.signed(
                claims.claim("realm_access", Map.of("roles", List.of("crm-admins"))).build());
    var draft = SignOnWorld.draft();
    draft.roleClaim = "/realm_access/roles";
    world.save(acme, draft);

    assertThat(world.person(acme).orElseThrow().roles()).containsExactly("admin");
  }

  @Test
  void should_come_in_as_the_user_whom_an_admin_has_linked() {
    String ada = world.security.add(acme, "ada", "viewer");
    var draft = SignOnWorld.draft();
    draft.createsUsers = false;
    world.save(acme, draft);
    world.security.await(ada, "ada@acme.test");

    var person = world.person(acme).orElseThrow();

    assertThat(person.subject()).isEqualTo(ada);
    assertThat(person.roles()).containsExactly("editor");
    assertThat(world.security.names(acme)).containsExactly("ada");
  }

  @Test
  void should_have_people_of_one_name_in_two_tenants() {
    String other = world.tenant("other");
    world.save(acme, SignOnWorld.draft());
    world.save(other, SignOnWorld.draft());

    assertThat(world.person(acme).orElseThrow().name()).isEqualTo("ada@acme.test");
    assertThat(world.person(other).orElseThrow().name()).isEqualTo("ada@acme.test (other)");
  }

  @Test
  void should_switch_passwords_off_when_an_admin_has_come_in() {
    world.security.add(acme, "erin", "editor");
    world.security.add(acme, "root", "server-admin", "admin");
    world.server.idTokens.forging =
        claims -> IdTokenForge.signed(claims.claim("groups", List.of("crm-admins")).build());
    world.save(acme, SignOnWorld.draft());
    assertThat(world.person(acme)).isPresent();
    var draft = SignOnWorld.draft();
    draft.passwords = false;

    assertThat(world.save(acme, draft).passwords()).isFalse();
    assertThat(world.security.entersWithPassword("erin")).isFalse();
    assertThat(world.security.entersWithPassword("root")).isTrue();

    world.setup.remove(SignOnWorld.admin(acme));

    assertThat(world.security.entersWithPassword("erin")).isTrue();
    assertThat(world.leaves(acme)).isFalse();
  }

  @Test
  void should_keep_the_secret_when_another_field_is_changed() {
    world.save(acme, SignOnWorld.draft());
    var draft = SignOnWorld.draft();
    draft.secret = null;
    draft.roles = Map.of("crm-editors", "viewer");
    world.save(acme, draft);

    assertThat(world.person(acme).orElseThrow().roles()).containsExactly("viewer");
  }

  @Test
  void should_say_what_is_wrong_when_the_issuer_cannot_be_used() {
    var draft = SignOnWorld.draft();
    for (var wrong :
        Map.of(
                "http://login.service.test", "must be an address such as",
                "https://login.service.test/.well-known/openid-configuration",
                    "before /.well-known",
                "https://login.service.test/nowhere", "answered with status 404")
            .entrySet()) {
      draft.issuer = wrong.getKey();
      assertThatThrownBy(() -> world.save(acme, draft))
          .isInstanceOf(ProblemException.class)
          .hasMessageStartingWith("issuer ")
          .hasMessageContaining(wrong.getValue());
    }
  }

  @Test
  void should_tell_all_that_is_wrong_with_a_draft_at_once() {
    var draft = SignOnWorld.draft().withDomains("Acme Test");
    draft.roles = Map.of("boss", "emperor");
    draft.roleClaim = null;
    draft.defaultRole = "crm";

    assertThatThrownBy(() -> world.save(acme, draft))
        .hasMessageContainingAll("roles.boss", "defaultRole", "roleClaim", "emailDomains");
  }

  @Test
  void should_say_that_all_is_well_when_the_provider_is() {
    world.save(acme, SignOnWorld.draft());

    var report = world.check.run(acme);

    assertThat(report.good()).as(report.toString()).isTrue();
    assertThat(report.steps())
        .extracting(ProviderReport.Step::name)
        .containsExactly("discovery", "keys", "client");
  }

  @Test
  void should_say_that_the_secret_is_wrong_when_it_is() {
    var draft = SignOnWorld.draft();
    draft.secret = Secret.of("another");
    world.save(acme, draft);

    var report = world.check.run(acme);

    assertThat(report.good()).isFalse();
    assertThat(report.steps().get(2).message())
        .contains("invalid_client")
        .doesNotContain("another");
  }

  @Test
  void should_offer_the_button_of_the_only_tenant() {
    var options =
        new SignInOptionResource(
            world.organisations, world.providers, world.database.transactions());
    assertThat(options.find(null)).isEqualTo(new SignInOption(false, null, null));

    world.save(acme, SignOnWorld.draft());
    assertThat(options.find(null)).isEqualTo(new SignInOption(true, acme, "Company"));

    world.tenant("other");
    assertThat(options.find(" ")).isEqualTo(new SignInOption(true, null, null));
    assertThat(options.find("acme")).isEqualTo(new SignInOption(true, acme, "Company"));
    assertThat(options.find("other")).isEqualTo(new SignInOption(true, null, null));
  }

  @Test
  void should_find_the_document_when_the_issuer_ends_with_a_slash() {
    var draft = SignOnWorld.draft();
    draft.issuer = AuthorizationServer.ISSUER + "/";
    world.server.discoveryFault =
        document -> {
          var changed = new HashMap<>(document);
          changed.put("issuer", AuthorizationServer.ISSUER + "/");
          return changed;
        };

    assertThat(world.save(acme, draft).issuer()).isEqualTo(AuthorizationServer.ISSUER + "/");
  }

  @Test
  void should_tell_nobody_the_secret() {
    assertThat(world.save(acme, SignOnWorld.draft()).toString())
        .doesNotContain(AuthorizationServer.CLIENT_SECRET);
    assertThat(SignOnWorld.draft().build().toString())
        .doesNotContain(AuthorizationServer.CLIENT_SECRET);
  }

  @Test
  void should_link_only_one_of_subject_and_address() {
    String ada = world.security.add(acme, "ada", "viewer");
    world.save(acme, SignOnWorld.draft());
    var admin = SignOnWorld.admin(acme);

    assertThatThrownBy(
            () -> world.security.link(admin, ada, new SignInLink(null, "sub", "ada@acme.test")))
        .hasMessageContaining("one of them");
    assertThat(world.security.link(admin, ada, new SignInLink(null, "sub", null)).singleSignOn())
        .isEqualTo(new SignInLink(AuthorizationServer.ISSUER, "sub", null));
    assertThat(Optional.ofNullable(world.security.unlink(admin, ada).singleSignOn())).isEmpty();
  }
}
