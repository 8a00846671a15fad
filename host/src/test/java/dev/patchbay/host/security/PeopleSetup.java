package dev.patchbay.host.security;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.credential.Vault;
import dev.patchbay.host.fixture.AuthorizationServer;
import dev.patchbay.host.fixture.SettableClock;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** People of tenants and how they come in, for tests of other packages. */
public final class PeopleSetup {
  public static final Secret PASSWORD = Secret.of("correct horse battery");
  private static final String HERE = "192.0.2.1";

  private final SecuritySetup setup;
  private final UserLinks links;

  public PeopleSetup(TestDatabase database, Vault vault, SettableClock clock) {
    setup = new SecuritySetup(database, vault, clock);
    links = new UserLinks(setup.users, database.transactions());
  }

  public VouchedPeople people() {
    return setup.people;
  }

  public VouchedSession session() {
    return setup.session;
  }

  public ClientAddress address() {
    return new ClientAddress(
        new TrustedProxies(Optional.empty()),
        new ForwardedHeader("X-Forwarded-For"),
        Optional.empty());
  }

  public String tenant(String name) {
    return setup.tenant(name);
  }

  /** A person with a password. */
  public String add(String tenant, String name, String... roles) {
    return setup
        .database
        .transactions()
        .call(() -> setup.userRegister.add(tenant, name, PASSWORD, Set.of(roles)))
        .id();
  }

  public void disable(String id) {
    change(id, user -> user.disable(true));
  }

  public void link(String id, String issuer, String subject) {
    change(id, user -> user.isKnownTo(issuer, subject));
  }

  public UserSummary link(Caller admin, String id, SignInLink link) {
    return links.link(admin, id, AuthorizationServer.ISSUER, link);
  }

  public UserSummary unlink(Caller admin, String id) {
    return links.unlink(admin, id);
  }

  public void await(String id, String email) {
    change(id, user -> user.await(email));
  }

  private void change(String id, Consumer<User> work) {
    setup.database.transactions().run(() -> work.accept(setup.users.ofToken(id).orElseThrow()));
  }

  /** Who a token's subject is now. */
  public Optional<Caller> now(String id) {
    return setup.subjects.find(id);
  }

  /** The names of all of a tenant's people. */
  public List<String> names(String tenant) {
    return setup.users.list(tenant, PageQuery.of(50, null)).stream().map(User::name).toList();
  }

  public boolean entersWithPassword(String name) {
    try {
      return setup.signIn.user(name, PASSWORD, HERE) != null;
    } catch (ProblemException refused) {
      return false;
    }
  }
}
