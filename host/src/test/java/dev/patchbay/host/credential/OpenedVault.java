package dev.patchbay.host.credential;

import dev.patchbay.host.fixture.SettableClock;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.ids.Ids;
import java.util.Base64;
import java.util.Optional;

/** A vault for tests of other packages, open on a test database under a key of zeros. */
public final class OpenedVault {
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  private OpenedVault() {}

  public static Vault on(TestDatabase database) {
    SettableClock clock = new SettableClock();
    Vault vault =
        new Vault(
            new GivenMasterKeys(
                Optional.of(KEY), Optional.empty(), Optional.empty(), Optional.empty()),
            new DataKeys(database.entities(), database.transactions(), new Ids(clock), clock),
            database.entities());
    database.transactions().run(vault::unlock);
    return vault;
  }
}
