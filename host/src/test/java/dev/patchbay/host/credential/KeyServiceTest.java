package dev.patchbay.host.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.SettableClock;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.StartupRefused;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The vault under a master key that a service keeps to itself. */
@OnBothDatabases
class KeyServiceTest {
  private static final Place PLACE = new Place("ten_1", "connection", "con_1", "refresh_token");
  private static final Secret SECRET = Secret.of("1//refresh-token");

  @AutoClose private final TestKeyService service = TestKeyService.start();
  private final SettableClock clock = new SettableClock();
  private final TestDatabase database;
  private final TestKeys keys;
  private final RemoteMasterKey key = new RemoteMasterKey(service.address(), "main");

  KeyServiceTest(Dialect dialect) throws Exception {
    database = TestDatabase.clean(dialect);
    keys = TestKeys.of(database, clock);
  }

  @Test
  void should_open_what_it_sealed_when_the_key_never_leaves_its_service() {
    byte[] sealed = keys.from(key.alone()).opened().seal(PLACE, SECRET);

    assertThat(keys.opened().open(PLACE, sealed)).isEqualTo(SECRET);
  }

  @Test
  void should_not_need_the_service_when_it_is_open() {
    Vault vault = keys.from(key.alone()).opened();
    int asked = service.calls();
    service.close();
    clock.advance(Duration.ofHours(1));

    for (int i = 0; i < 1000; i++) {
      assertThat(vault.open(PLACE, vault.seal(PLACE, SECRET))).isEqualTo(SECRET);
    }

    assertThat(asked).isPositive();
    assertThat(service.calls()).isEqualTo(asked);
  }

  @Test
  void should_refuse_to_start_when_the_service_is_away() {
    keys.from(key.alone()).opened();
    service.close();

    assertThatThrownBy(keys::opened)
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("cannot be reached");
  }

  @Test
  void should_refuse_to_start_when_the_key_is_another() {
    keys.from(key.alone()).opened();

    assertThatThrownBy(() -> keys.from(other().alone()).opened())
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("give the key that belongs to this database");
  }

  @Test
  void should_move_to_the_service_when_the_key_was_in_a_file_until_then() {
    Vault vault = keys.opened();
    byte[] sealed = vault.seal(PLACE, SECRET);
    var file = LocalMasterKey.parse(TestKeys.keyOf(0), "the test");

    keys.from(key.after(file));
    database.transactions().run(() -> keys.rotation().newMasterKey());

    assertThat(vault.open(PLACE, sealed)).isEqualTo(SECRET);
    assertThat(keys.from(key.alone()).opened().open(PLACE, sealed)).isEqualTo(SECRET);
    assertThatThrownBy(() -> keys.given(Optional.of(0), Optional.empty()).opened())
        .isInstanceOf(StartupRefused.class);
  }

  @Test
  void should_rotate_data_keys_when_the_service_wraps_them() {
    Vault vault = keys.from(key.alone()).opened();
    byte[] before = vault.seal(PLACE, SECRET);
    database.transactions().run(() -> keys.rotation().newDataKey());
    clock.advance(Vault.BELIEVED);

    byte[] after = vault.seal(PLACE, SECRET);

    assertThat(KeyRing.markOf(after)).isNotEqualTo(KeyRing.markOf(before));
    assertThat(keys.opened().open(PLACE, before)).isEqualTo(SECRET);
    assertThat(keys.opened().open(PLACE, after)).isEqualTo(SECRET);
  }

  private RemoteMasterKey other() {
    return new RemoteMasterKey(service.address(), "other");
  }
}
