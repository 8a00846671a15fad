package dev.patchbay.host.credential;

import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.ids.Ids;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

/** Opens the real vault over a test's database, with a key made of nothing secret. */
public final class TestVault {
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  private TestVault() {}

  public static Vault open(TestDatabase database) {
    var clock = Clock.systemUTC();
    var vault =
        new Vault(
            new GivenMasterKeys(
                Optional.of(KEY), Optional.empty(), Optional.empty(), Optional.empty()),
            new DataKeys(database.entities(), database.transactions(), new Ids(clock), clock),
            database.entities());
    database.transactions().run(vault::unlock);
    return vault;
  }
}
