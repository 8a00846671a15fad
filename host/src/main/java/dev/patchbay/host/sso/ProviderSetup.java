package dev.patchbay.host.sso;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.audit.Actor;
import dev.patchbay.host.audit.Audit;
import dev.patchbay.host.audit.Deed;
import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.credential.Vault;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.integration.PublicAddress;
import dev.patchbay.host.openid.Discovery;
import dev.patchbay.host.openid.Metadata;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.security.VouchedPeople;
import dev.patchbay.host.tenant.Tenant;
import dev.patchbay.host.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Sets a tenant's provider up. The provider is asked before anything is changed. */
@Singleton
public class ProviderSetup {
  private final Providers providers;
  private final Tenants tenants;
  private final Discovery discovery;
  private final VouchedPeople people;
  private final Vault vault;
  private final Audit audit;
  private final PublicAddress address;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  @Inject
  public ProviderSetup(
      Providers providers,
      Tenants tenants,
      Discovery discovery,
      VouchedPeople people,
      Vault vault,
      Audit audit,
      PublicAddress address,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.providers = providers;
    this.tenants = tenants;
    this.discovery = discovery;
    this.people = people;
    this.vault = vault;
    this.audit = audit;
    this.address = address;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  ProviderSummary get(String tenantId) {
    return transactions.call(() -> summary(require(tenantId)));
  }

  ProviderAddresses addresses(String tenantId) {
    return ProviderAddresses.of(tenantId, address);
  }

  /** Returns the issuer of a tenant's provider; empty text if it has none. */
  String issuer(String tenantId) {
    return transactions.call(() -> providers.of(tenantId).map(Provider::issuer).orElse(""));
  }

  ProviderSummary save(Caller admin, ProviderDraft draft) {
    DraftCheck.require(draft);
    Metadata metadata = learned(draft.issuer());
    return transactions.call(
        () -> {
          Provider provider = present(admin.tenantId());
          identify(provider, draft);
          provider.isAt(metadata);
          provider.is(draft.label(), draft.scopes());
          provider.gives(draft.roleClaim(), draft.roles(), draft.defaultRole());
          provider.letsIn(draft.emailDomains(), draft.createsUsers());
          allowPasswords(provider, draft.passwords());
          keep(provider);
          audit.record(deed(admin, "single-sign-on.set-up").with("issuer", draft.issuer()));
          return summary(provider);
        });
  }

  void remove(Caller admin) {
    transactions.run(
        () -> {
          Provider provider = require(admin.tenantId());
          providers.remove(provider);
          tenant(admin.tenantId()).allowPasswords(true);
          audit.record(deed(admin, "single-sign-on.removed").with("issuer", provider.issuer()));
        });
  }

  private Metadata learned(String issuer) {
    try {
      return discovery.learn(issuer, ProviderClients.SENDER);
    } catch (IntegrationException e) {
      throw ProblemException.invalid("issuer", "cannot be used: " + e.getMessage());
    }
  }

  private Provider present(String tenantId) {
    return providers
        .of(tenantId)
        .orElseGet(() -> new Provider(ids.next(Provider.PREFIX), tenantId, clock.instant()));
  }

  /** A secret that was given for one issuer is never sent to another. */
  private void identify(Provider provider, ProviderDraft draft) {
    if (draft.clientSecret() != null) {
      provider.knowsUsAs(draft.clientId(), sealed(provider, draft.clientSecret()));
    } else if (!draft.issuer().equals(provider.issuer())
        || !draft.clientId().equals(provider.clientId())) {
      throw ProblemException.invalid(
          "clientSecret", "is needed for an issuer or a client id that is new here");
    }
  }

  private byte[] sealed(Provider provider, Secret secret) {
    if (secret.reveal().isBlank()) {
      throw ProblemException.invalid("clientSecret", "must not be blank");
    }
    return vault.seal(provider.place(), secret);
  }

  private void allowPasswords(Provider provider, boolean allowed) {
    if (!allowed && !people.haveAnAdminFrom(provider.tenantId(), provider.issuer())) {
      throw ProblemException.invalid(
          "passwords",
          "can be switched off once an admin has signed in by this provider: nobody could come in"
              + " if it did not work");
    }
    tenant(provider.tenantId()).allowPasswords(allowed);
  }

  private void keep(Provider provider) {
    if (providers.of(provider.tenantId()).isEmpty()) {
      providers.add(provider);
    }
  }

  private Provider require(String tenantId) {
    return providers
        .of(tenantId)
        .orElseThrow(() -> ProblemException.notFound("single sign-on of the tenant", tenantId));
  }

  private ProviderSummary summary(Provider provider) {
    return ProviderSummary.of(provider, tenant(provider.tenantId()).allowsPasswords());
  }

  private Tenant tenant(String id) {
    return tenants.find(id).orElseThrow(() -> ProblemException.notFound("tenant", id));
  }

  private static Deed deed(Caller admin, String action) {
    return Deed.done(admin.tenantId(), Actor.of(admin), action, "");
  }
}
