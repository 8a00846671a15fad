package dev.patchbay.host.security;

import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.security.Unwelcome.Reason;
import dev.patchbay.host.tenant.Tenant;
import dev.patchbay.host.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * The people who come in by a provider of their tenant. The tenant's admins say who the provider
 * is, so it can make nobody more than they are: no server admin, and nobody of another tenant.
 */
@Singleton
public class VouchedPeople {
  private static final Set<String> GIVEN = Set.of(Roles.ADMIN, Roles.EDITOR, Roles.VIEWER);
  private static final int LONGEST_NAME = 100;

  private final Users users;
  private final Tenants tenants;
  private final Ids ids;
  private final Clock clock;

  @Inject
  VouchedPeople(Users users, Tenants tenants, Ids ids, Clock clock) {
    this.users = users;
    this.tenants = tenants;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Finds or makes the user of a person, with the roles that they have now; belongs into a
   * transaction.
   *
   * @throws Unwelcome if they are not to be let in
   */
  public Caller admit(Vouched person) {
    User user =
        users
            .knownTo(person.tenantId(), person.issuer(), person.subject())
            .or(() -> awaited(person))
            .orElseGet(() -> newcomer(person));
    requireOpen(user);
    user.isKnownTo(person.issuer(), person.subject());
    user.play(given(person.roles()));
    return user.caller();
  }

  /** Whether an admin of the tenant has come in from the issuer before, and still may. */
  public boolean haveAnAdminFrom(String tenantId, String issuer) {
    return users.hasOneFrom(tenantId, issuer, Roles.ADMIN);
  }

  private Optional<User> awaited(Vouched person) {
    return person.email().flatMap(email -> users.awaiting(person.tenantId(), email));
  }

  private User newcomer(Vouched person) {
    if (!person.mayBeNew()) {
      throw new Unwelcome(Reason.PERSON, "Nobody here is known as this person of the provider.");
    }
    User user =
        new User(
            ids.next(User.PREFIX),
            person.tenantId(),
            freeName(person),
            given(person.roles()),
            clock.instant());
    user.isKnownTo(person.issuer(), person.subject());
    users.add(user);
    return user;
  }

  /** A name is unique on the server; one of another tenant must not stop this one. */
  private String freeName(Vouched person) {
    String name = cut(person.name(), LONGEST_NAME);
    Optional<User> namesake = users.named(name);
    if (namesake.isEmpty()) {
      return name;
    }
    String tenant = tenants.find(person.tenantId()).map(Tenant::name).orElseThrow();
    String longer = cut(name, LONGEST_NAME / 2) + " (" + cut(tenant, LONGEST_NAME / 3) + ")";
    if (namesake.get().tenantId().equals(person.tenantId()) || users.named(longer).isPresent()) {
      throw new Unwelcome(
          Reason.NAME, "There is a user of that name, whom no admin has linked to this person.");
    }
    return longer;
  }

  private static String cut(String text, int longest) {
    return text.substring(0, Math.min(text.length(), longest));
  }

  private static void requireOpen(User user) {
    if (user.isDisabled()) {
      throw new Unwelcome(Reason.DISABLED, "The user is shut out.");
    }
    if (user.isServerAdmin()) {
      throw new Unwelcome(
          Reason.SERVER_ADMIN, "A server admin cannot come in by a tenant's provider.");
    }
  }

  private static Set<String> given(Set<String> roles) {
    if (roles.isEmpty() || !GIVEN.containsAll(roles)) {
      throw new Unwelcome(Reason.ROLE, "No role of a tenant follows from what the provider says.");
    }
    return roles;
  }
}
