package dev.patchbay.host.audit;

import dev.patchbay.host.credential.Vault;
import dev.patchbay.host.fixture.TestDatabase;
import java.time.Clock;

/** The audit over a test's database, as the container puts it together. */
public final class TestAudit {

  private TestAudit() {}

  public static Audit on(TestDatabase database, Vault vault, Clock clock) {
    return new Audit(new AuditChains(database.jdbc(), vault), database.transactions(), clock);
  }
}
