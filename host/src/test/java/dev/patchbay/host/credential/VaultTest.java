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
        new MasterKeySource(key, Optional.empty()),
        new DataKeys(database.entities(), new Ids(clock), clock),
        database.entities());
  }

  private static String keyOf(byte filling) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, filling);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
