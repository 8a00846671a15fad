package dev.patchbay.host.credential;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.SettableClock;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.StartupRefused;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class VaultTest {
  private static final String KEY = keyOf((byte) 1);
  private static final String OTHER_KEY = keyOf((byte) 2);
  private static final Place PLACE = new Place("ten_1", "connection", "con_1", "refresh_token");
  private static final Secret SECRET = Secret.of("1//refresh-token-ü");

  private final TestDatabase database;

  VaultTest(Dialect dialect) {
    database = TestDatabase.clean(dialect);
  }

  @Test
  void should_open_what_it_sealed_when_the_server_has_restarted() {
    byte[] sealed = opened(KEY).seal(PLACE, SECRET);

    assertThat(opened(KEY).open(PLACE, sealed)).isEqualTo(SECRET);
  }

  @Test
  void should_hide_the_secret_when_it_is_sealed() {
    byte[] sealed = opened(KEY).seal(PLACE, SECRET);

    assertThat(new String(sealed, ISO_8859_1)).doesNotContain("refresh-token");
  }

  @Test
  void should_not_open_when_the_value_was_moved() {
    Vault vault = opened(KEY);
    byte[] sealed = vault.seal(PLACE, SECRET);

    assertThat(
            java.util.List.of(
                new Place("ten_2", "connection", "con_1", "refresh_token"),
                new Place("ten_1", "integration", "con_1", "refresh_token"),
                new Place("ten_1", "connection", "con_2", "refresh_token"),
                new Place("ten_1", "connection", "con_1", "access_token")))
        .allSatisfy(
            elsewhere ->
                assertThatThrownBy(() -> vault.open(elsewhere, sealed))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("was not sealed for it"));
  }

  @Test
  void should_not_open_when_a_bit_was_changed() {
    Vault vault = opened(KEY);
    byte[] sealed = vault.seal(PLACE, SECRET);
    sealed[sealed.length - 1] ^= 1;

    assertThatThrownBy(() -> vault.open(PLACE, sealed)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void should_refuse_to_start_when_the_key_is_another() {
    opened(KEY);

    assertThatThrownBy(() -> opened(OTHER_KEY))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("give the key that belongs to this database")
        .hasMessageNotContaining(OTHER_KEY);
    assertThat(opened(KEY)).isNotNull();
  }

  @Test
  void should_refuse_to_start_when_the_key_is_gone() {
    opened(KEY);

    assertThatThrownBy(() -> unlock(vault(Optional.empty())))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("put that key back");
  }

  @Test
  void should_refuse_to_start_when_there_never_was_a_key() {
    assertThatThrownBy(() -> unlock(vault(Optional.empty())))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("There is no master key in PATCHBAY_KEY");
  }

  @Test
  void should_refuse_to_seal_when_it_is_not_open_yet() {
    assertThatThrownBy(() -> vault(Optional.of(KEY)).seal(PLACE, SECRET))
        .hasMessageContaining("not open yet");
  }

  @Test
  void should_open_with_the_new_master_key_when_it_was_rotated() {
    byte[] sealed = keys(1, 2).opened().seal(PLACE, SECRET);
    rotateMasterKey(1, 2);

    assertThat(keys(2, null).opened().open(PLACE, sealed)).isEqualTo(SECRET);
    assertThat(keys(1, 2).opened().open(PLACE, sealed)).isEqualTo(SECRET);
    assertThatThrownBy(() -> keys(1, null).opened())
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("give the key that belongs to this database");
  }

  @Test
  void should_go_on_with_what_is_open_when_the_master_key_was_rotated() {
    Vault vault = keys(1, 2).opened();
    byte[] sealed = vault.seal(PLACE, SECRET);
    rotateMasterKey(1, 2);

    assertThat(vault.open(PLACE, vault.seal(PLACE, SECRET))).isEqualTo(SECRET);
    assertThat(vault.open(PLACE, sealed)).isEqualTo(SECRET);
  }

  @Test
  void should_refuse_to_rotate_when_the_new_master_key_is_the_old_one() {
    keys(1, 1).opened();

    assertThatThrownBy(() -> rotateMasterKey(1, 1)).hasMessageContaining("in use already");
  }

  @Test
  void should_refuse_a_data_key_that_was_copied_into_anothers_place() throws Exception {
    keys(1, null).opened();
    database.transactions().run(() -> keys(1, null).rotation().newDataKey());
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "update data_key set keyset = (select d.keyset from data_key d order by d.id limit 1)");
    }

    try {
      keys(1, null).opened();
    } catch (StartupRefused refused) {
      assertThat(refused).hasMessageContaining("damaged");
      return;
    }
    throw new AssertionError("let through: a data key in another's place");
  }

  private void rotateMasterKey(int old, Integer fresh) {
    database.transactions().run(() -> keys(old, fresh).rotation().newMasterKey());
  }

  private TestKeys keys(int key, Integer newKey) {
    return TestKeys.of(database, new SettableClock())
        .given(Optional.of(key), Optional.ofNullable(newKey));
  }

  private Vault opened(String key) {
    return unlock(vault(Optional.of(key)));
  }

  private Vault unlock(Vault vault) {
    database.transactions().run(vault::unlock);
    return vault;
  }

  private Vault vault(Optional<String> key) {
    SettableClock clock = new SettableClock();
    return new Vault(
        new GivenMasterKeys(key, Optional.empty(), Optional.empty(), Optional.empty()),
        new DataKeys(database.entities(), database.transactions(), new Ids(clock), clock),
        database.entities());
  }

  private static String keyOf(byte filling) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, filling);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
