package dev.patchbay.host.connect;

import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.tenant.Tenant;
import dev.patchbay.host.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Which pages of a tenant's own may hear how an attempt to connect ended. */
@Singleton
public class ConnectOrigins {
  private final Tenants tenants;
  private final Transactions transactions;

  @Inject
  public ConnectOrigins(Tenants tenants, Transactions transactions) {
    this.tenants = tenants;
    this.transactions = transactions;
  }

  OriginList list(String tenantId) {
    return new OriginList(
        transactions.call(() -> List.copyOf(new TreeSet<>(tenant(tenantId).connectOrigins()))));
  }

  OriginList replace(String tenantId, OriginList wanted) {
    var origins = new TreeSet<String>();
    for (int i = 0; i < wanted.origins().size(); i++) {
      origins.add(Origin.of("origins[" + i + "]", wanted.origins().get(i)).text());
    }
    transactions.run(() -> tenant(tenantId).allowConnectOrigins(origins));
    return new OriginList(List.copyOf(origins));
  }

  /** Returns the origin that a session is for; one that the tenant does not allow is refused. */
  Optional<String> require(String tenantId, String origin) {
    if (origin != null && !tenant(tenantId).connectOrigins().contains(origin)) {
      throw ProblemException.invalid(
          "origin",
          "is not among the tenant's connect-origins; an admin can add it there: " + origin);
    }
    return Optional.ofNullable(origin);
  }

  private Tenant tenant(String id) {
    return tenants.find(id).orElseThrow(() -> ProblemException.notFound("tenant", id));
  }
}
