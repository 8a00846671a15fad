package dev.patchbay.host.security;

import static dev.patchbay.host.fixture.Wall.assertClosed;
import static dev.patchbay.host.fixture.Wall.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.persistence.Transactions;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The doors of one tenant, tried by an admin of another and by admins who want to be more. */
@OnBothDatabases
class ForeignAccessTest {
  private static final Secret PASSWORD = Secret.of("correct horse battery");
  private static final Secret OTHER = Secret.of("another password");
  private static final String HERE = "192.0.2.1";

  private final SecuritySetup setup;
  private final Transactions transactions;
  private final String tenant;
  private final String elsewhere;
  private final Caller stranger;
  private final Caller admin;
  private final User operator;
  private final User ada;
  private final ApiKey key;

  ForeignAccessTest(Dialect dialect) {
    setup = new SecuritySetup(dialect);
    transactions = setup.database.transactions();
    tenant = setup.tenant("acme");
    elsewhere = setup.tenant("elsewhere");
    stranger = Caller.user(elsewhere, "usr_stranger", "mallory", Set.of(Roles.ADMIN));
    admin = Caller.user(tenant, "usr_admin", "bob", Set.of(Roles.ADMIN));
    ada = person("ada", Roles.EDITOR);
    operator = person("root", Roles.SERVER_ADMIN);
    key = transactions.call(() -> setup.keyIssuer.issue(tenant, "crm", Scope.usual())).key();
  }

  private User person(String name, String role) {
    return transactions.call(() -> setup.userRegister.add(tenant, name, PASSWORD, Set.of(role)));
  }

  @Test
  void should_not_list_keys_when_they_are_of_another_tenant() {
    assertClosed(!setup.apiKeys.list(elsewhere, PageQuery.of(50, null)).isEmpty(), "their keys");
  }

  @Test
  void should_not_delete_a_key_when_it_is_of_another_tenant() {
    assertClosed(
        transactions.call(() -> setup.apiKeys.remove(elsewhere, key.id())), "a key was deleted");
  }

  @Test
  void should_not_list_people_when_they_are_of_another_tenant() {
    assertClosed(!setup.users.list(elsewhere, PageQuery.of(50, null)).isEmpty(), "their people");
  }

  @Test
  void should_not_touch_a_person_when_they_are_of_another_tenant() {
    assertRefused(
        () -> setup.administration.resetPassword(stranger, ada.id(), OTHER),
        "a password was reset");
    assertRefused(() -> setup.administration.remove(stranger, ada.id()), "a person was deleted");
    assertRefused(
        () -> setup.administration.change(stranger, ada.id(), new UserChange(null, true)),
        "shut out");
  }

  @Test
  void should_not_reset_the_operators_password_when_an_admin_asks() {
    assertRefused(
        () -> setup.administration.resetPassword(admin, operator.id(), OTHER),
        "an admin took the operator's account");
  }

  @Test
  void should_not_let_an_admin_give_more_than_a_tenant_has() {
    assertRefused(
        () ->
            setup.administration.change(
                admin, ada.id(), new UserChange(Set.of(Roles.SERVER_ADMIN), null)),
        "an admin made an operator");
  }

  @Test
  void should_not_let_an_admin_make_somebody_who_has_more() {
    NewUser wish = new NewUser("eve", PASSWORD, Set.of(Roles.SERVER_ADMIN));

    assertRefused(
        () -> setup.administration.add(admin, tenant, wish), "an admin added an operator");
  }

  @Test
  void should_not_sign_in_when_the_account_is_disabled() {
    setup.administration.change(admin, ada.id(), new UserChange(null, true));

    assertRefused(() -> setup.signIn.user("ada", PASSWORD, HERE), "a disabled account signed in");
    setup.administration.change(admin, ada.id(), new UserChange(null, false));
    assertThat(setup.signIn.user("ada", PASSWORD, HERE)).isNotNull();
  }

  @Test
  void should_stop_tokens_within_five_seconds_when_another_node_disables_the_account() {
    setup.subjects.find(ada.id());
    transactions.run(() -> setup.users.find(tenant, ada.id()).orElseThrow().disable(true));

    setup.clock.advance(Duration.ofSeconds(5));

    assertClosed(setup.subjects.find(ada.id()).isPresent(), "a disabled account goes on");
  }

  @Test
  void should_stop_tokens_within_five_seconds_when_another_node_deletes_the_account() {
    setup.subjects.find(ada.id());
    transactions.run(() -> setup.users.remove(tenant, ada.id()));

    setup.clock.advance(Duration.ofSeconds(5));

    assertClosed(setup.subjects.find(ada.id()).isPresent(), "a deleted account goes on");
  }

  @Test
  void should_count_a_new_password_so_that_tokens_of_the_old_end() {
    int before = setup.subjects.find(ada.id()).orElseThrow().generation();

    setup.administration.resetPassword(admin, ada.id(), OTHER);

    assertClosed(
        setup.subjects.find(ada.id()).orElseThrow().generation() == before, "the old token");
    assertThat(setup.signIn.user("ada", OTHER, HERE)).isNotNull();
    assertRefused(() -> setup.signIn.user("ada", PASSWORD, HERE), "the old password");
  }
}
