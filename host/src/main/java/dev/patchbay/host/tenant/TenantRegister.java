package dev.patchbay.host.tenant;

import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes tenants, each under a name of its own. */
@Singleton
public class TenantRegister {
  private final Tenants tenants;
  private final Ids ids;
  private final Clock clock;

  @Inject
  public TenantRegister(Tenants tenants, Ids ids, Clock clock) {
    this.tenants = tenants;
    this.ids = ids;
    this.clock = clock;
  }

  /** Makes a tenant; a name that is taken is a conflict. */
  public Tenant open(String name) {
    if (tenants.hasName(name)) {
      throw ProblemException.conflict("There is a tenant named " + name + " already.");
    }
    Tenant tenant = new Tenant(ids.next("ten"), name, clock.instant());
    tenants.add(tenant);
    return tenant;
  }
}
