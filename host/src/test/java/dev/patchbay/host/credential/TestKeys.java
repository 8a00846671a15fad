package dev.patchbay.host.credential;

import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.ids.Ids;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The keys of a node over a test's database; the operator can give it others. */
public final class TestKeys {
  private final TestDatabase database;
  private final DataKeys dataKeys;
  private MasterKeySource source = source(Optional.of(keyOf(0)), Optional.empty());

  private TestKeys(TestDatabase database, Clock clock) {
    this.database = database;
    this.dataKeys =
        new DataKeys(database.entities(), database.transactions(), new Ids(clock), clock);
  }

  public static TestKeys of(TestDatabase database, Clock clock) {
    return new TestKeys(database, clock);
  }

  /** The operator gives these keys, each of 32 times one byte. */
  public TestKeys given(Optional<Integer> key, Optional<Integer> newKey) {
    source = source(key.map(TestKeys::keyOf), newKey.map(TestKeys::keyOf));
    return this;
  }

  /** The keys come from elsewhere. */
  TestKeys from(MasterKeySource other) {
    source = other;
    return this;
  }

  public Vault opened() {
    var vault = new Vault(source, dataKeys, database.entities());
    database.transactions().run(vault::unlock);
    return vault;
  }

  public KeyRotation rotation() {
    return new KeyRotation(source, dataKeys, database.entities());
  }

  static String keyOf(int filling) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) filling);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static MasterKeySource source(Optional<String> key, Optional<String> newKey) {
    return new GivenMasterKeys(key, Optional.empty(), newKey, Optional.empty());
  }
}
