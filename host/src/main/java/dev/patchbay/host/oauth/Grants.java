package dev.patchbay.host.oauth;

import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.audit.Uses;
import dev.patchbay.host.credential.Credentials;
import dev.patchbay.host.credential.Holder;
import dev.patchbay.host.credential.Renewals;
import dev.patchbay.host.persistence.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The grants behind connections. Many threads and nodes want the same one, and a service may take a
 * refresh token only once: so a renewal happens once per JVM, and once among nodes.
 */
@Singleton
public class Grants {
  private static final System.Logger LOG = System.getLogger(Grants.class.getName());

  private final Credentials credentials;
  private final Renewals renewals;
  private final Leases leases;
  private final Uses uses;
  private final Transactions transactions;
  private final Clock clock;
  private final Endings endings = new Endings();
  private final SingleFlight<Holder, Grant> looks = new SingleFlight<>();
  private final SingleFlight<Holder, Grant> flights = new SingleFlight<>();

  @Inject
  public Grants(
      Credentials credentials,
      Renewals renewals,
      Leases leases,
      Uses uses,
      Transactions transactions,
      Clock clock) {
    this.credentials = credentials;
    this.renewals = renewals;
    this.leases = leases;
    this.uses = uses;
    this.transactions = transactions;
    this.clock = clock;
  }

  public void keep(Holder holder, Grant grant) {
    transactions.run(() -> credentials.keep(holder, grant.toSecret(), grant.lastsUntil()));
  }

  public Optional<Grant> find(Holder holder) {
    return transactions
        .callAlone(() -> credentials.find(holder))
        .map(kept -> Grant.of(kept.content()));
  }

  public void remove(Holder holder) {
    transactions.run(() -> credentials.remove(holder));
  }

  /**
   * Returns a grant that holds for a while, renewed if its end is near; counts as a use.
   *
   * @throws ReauthorizationNeeded if it has ended and cannot be renewed
   */
  public Grant current(Holder holder, Supplier<? extends Renewer> client) {
    uses.count(holder);
    return looks.fly(holder, () -> look(holder, client));
  }

  private Grant look(Holder holder, Supplier<? extends Renewer> client) {
    if (endings.dueVersion(holder, clock.instant()).isEmpty()) {
      var grant = see(holder);
      if (!isDue(grant)) {
        return grant;
      }
    }
    try {
      return renew(holder, this::isDue, client);
    } catch (Unavailable | RateLimited | Rejected e) {
      var grant = see(holder);
      if (grant.hasEnded(clock.instant())) {
        throw e;
      }
      LOG.log(Level.WARNING, "A token could not be renewed ahead of its end: " + e.getMessage());
      return grant;
    }
  }

  /**
   * Returns a grant with another access token than the one that the service refused.
   *
   * @throws ReauthorizationNeeded if there is no way to get one
   */
  public Grant replacing(Secret refused, Holder holder, Supplier<? extends Renewer> client) {
    return renew(holder, grant -> grant.gives(refused), client);
  }

  private Grant renew(Holder holder, Predicate<Grant> due, Supplier<? extends Renewer> client) {
    var renewal = new Renewal(holder, renewals, leases, endings, clock);
    var grant =
        flights.fly(
            holder, () -> renewal.run(endings.dueVersion(holder, clock.instant()), due, client));
    return due.test(grant) ? renewal.run(OptionalLong.empty(), due, client) : grant;
  }

  private boolean isDue(Grant grant) {
    return grant.isDue(clock.instant());
  }

  private Grant see(Holder holder) {
    var kept = renewals.find(holder).orElseThrow(() -> noGrant(holder));
    var grant = Grant.of(kept.content());
    endings.saw(holder, kept.version(), grant);
    return grant;
  }

  static ReauthorizationNeeded noGrant(Holder holder) {
    return new ReauthorizationNeeded("There is no grant for " + holder.connectionId());
  }
}
