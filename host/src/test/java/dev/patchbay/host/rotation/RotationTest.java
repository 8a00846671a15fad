package dev.patchbay.host.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.credential.Kept;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.SettableClock;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.persistence.Jdbc;
import dev.patchbay.host.problem.ProblemException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class RotationTest {
  private static final int CREDENTIALS = 500;

  private final SettableClock clock = new SettableClock();
  private final TestDatabase database;
  private final RotationWorld world;

  RotationTest(Dialect dialect) {
    database = TestDatabase.clean(dialect);
    world = new RotationWorld(database, clock, RotationPace.USUAL);
  }

  @Test
  void should_seal_everything_anew_when_a_data_key_is_rotated() {
    world.fill(CREDENTIALS);
    byte[] old = world.vault.mark();
    RotationSummary begun = begin(RotationKind.DATA_KEY);
    assertThat(begun.total()).isEqualTo(CREDENTIALS + 1);

    finish();

    RotationSummary ended = world.look(begun.id());
    assertThat(ended.state()).isEqualTo(RotationState.SUCCEEDED);
    assertThat(ended.resealed()).isGreaterThanOrEqualTo(CREDENTIALS);
    assertThat(world.vault.mark()).isNotEqualTo(old);
    assertThat(world.notUnder(world.vault.mark())).isZero();
    assertThat(world.token(7)).isEqualTo("token 0 of 7");
    assertThat(new RotationWorld(database, clock, RotationPace.USUAL).token(8))
        .isEqualTo("token 0 of 8");
  }

  @Test
  void should_not_end_before_every_node_knows_the_new_key() {
    world.fill(3);
    RotationSummary begun = begin(RotationKind.DATA_KEY);
    var late = new RotationWorld(database, clock, RotationPace.USUAL);
    clock.advance(Duration.ofSeconds(6));

    world.work.run();

    assertThat(world.look(begun.id()).state()).isEqualTo(RotationState.RUNNING);
    assertThat(world.notUnder(world.vault.mark())).isZero();
    finish();
    assertThat(late.vault.mark()).isEqualTo(world.vault.mark());
    assertThat(world.look(begun.id()).state()).isEqualTo(RotationState.SUCCEEDED);
  }

  @Test
  void should_let_a_renewal_win_when_it_is_under_way() {
    world.fill(2);
    Kept read = kept();
    begin(RotationKind.DATA_KEY);
    finish();

    boolean saved =
        world.renewals.exchange(
            RotationWorld.holder(1), read.version(), Secret.of("renewed"), Optional.empty());

    assertThat(saved).isTrue();
    assertThat(world.token(1)).isEqualTo("renewed");
  }

  @Test
  void should_leave_a_row_alone_when_somebody_changed_it_since_it_was_read() {
    world.fill(1);
    Kept read = kept();
    begin(RotationKind.DATA_KEY);
    clock.advance(Duration.ofSeconds(6));
    var rows = new SealedRows(before("update credential", () -> renew(read)), world.vault);

    Batch batch = database.transactions().callAlone(() -> rows.reseal(RotationWorld.GRANT, "", 10));

    if (!world.token(0).equals("renewed")) {
      throw new AssertionError("let through: a renewed token was lost");
    }
    assertThat(batch.found()).isEqualTo(1);
    assertThat(batch.resealed()).isZero();
  }

  private void renew(Kept read) {
    world.renew(0, read, "renewed");
  }

  /** The transaction's connection, but for something that happens before a statement. */
  private Jdbc before(String start, Runnable something) {
    return new Jdbc(database.entities()) {
      @Override
      public Connection connection() {
        Connection real = super.connection();
        return (Connection)
            Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, arguments) -> {
                  if (method.getName().equals("prepareStatement")
                      && arguments[0].toString().startsWith(start)) {
                    something.run();
                  }
                  return method.invoke(real, arguments);
                });
      }
    };
  }

  @Test
  void should_open_what_another_node_sealed_with_a_key_that_is_new() {
    world.fill(1);
    var other = new RotationWorld(database, clock, RotationPace.USUAL);
    begin(RotationKind.DATA_KEY);
    clock.advance(Duration.ofSeconds(6));
    world.renew(0, kept(), "by the new key");

    assertThat(other.token(0)).isEqualTo("by the new key");
  }

  @Test
  void should_keep_the_old_key_and_say_so_when_something_does_not_open() {
    world.fill(5);
    world.execute(
        "update credential set sealed_grant = (select o.sealed_grant from credential o where"
            + " o.connection_id = 'con_00000001') where connection_id = 'con_00000002'");
    RotationSummary begun = begin(RotationKind.DATA_KEY);

    finish();

    RotationSummary ended = world.look(begun.id());
    assertThat(ended.state()).isEqualTo(RotationState.FAILED);
    assertThat(ended.problem()).contains("con_00000002").doesNotContain("token");
    clock.advance(Duration.ofDays(2));
    world.retired.destroy();
    assertThat(dataKeys()).isEqualTo(2);
  }

  @Test
  void should_destroy_the_old_key_when_a_day_has_passed() {
    world.fill(5);
    begin(RotationKind.DATA_KEY);
    finish();
    world.retired.destroy();
    assertThat(dataKeys()).isEqualTo(2);

    clock.advance(Duration.ofHours(25));
    world.retired.destroy();

    assertThat(dataKeys()).isEqualTo(1);
    assertThat(new RotationWorld(database, clock, RotationPace.USUAL).token(3))
        .isEqualTo("token 0 of 3");
  }

  @Test
  void should_not_destroy_a_key_when_something_is_under_it_after_all() {
    world.fill(2);
    byte[] late = sealedGrant();
    begin(RotationKind.DATA_KEY);
    finish();
    world.putBack(0, late);
    clock.advance(Duration.ofHours(25));

    world.retired.destroy();

    if (dataKeys() == 1) {
      throw new AssertionError("let through: a credential lost its key");
    }
    assertThat(world.token(0)).isEqualTo("token 0 of 0");
  }

  @Test
  void should_wait_for_the_lease_when_another_node_works() {
    world.fill(CREDENTIALS);
    RotationSummary begun = begin(RotationKind.DATA_KEY);
    clock.advance(Duration.ofSeconds(6));
    world.execute(
        "update key_rotation set lease_owner = 'dead', lease_until = timestamp with time zone '"
            + clock.instant().plusSeconds(10)
            + "'");

    world.work.run();
    assertThat(world.look(begun.id()).resealed()).isZero();

    clock.advance(Duration.ofSeconds(11));
    world.work.run();
    assertThat(world.look(begun.id()).resealed()).isGreaterThanOrEqualTo(CREDENTIALS);
  }

  @Test
  void should_refuse_a_second_rotation_when_one_is_running() {
    begin(RotationKind.DATA_KEY);

    assertThatThrownBy(() -> begin(RotationKind.DATA_KEY))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("still running");
  }

  @Test
  void should_refuse_when_no_new_master_key_was_put_ready() {
    assertThatThrownBy(() -> begin(RotationKind.MASTER_KEY))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("PATCHBAY_NEW_KEY");
  }

  private RotationSummary begin(RotationKind kind) {
    return world.start.begin(kind);
  }

  private void finish() {
    clock.advance(Duration.ofSeconds(20));
    world.work.run();
  }

  private Kept kept() {
    return database
        .transactions()
        .callAlone(() -> world.credentials.find(RotationWorld.holder(0)))
        .orElseThrow();
  }

  private byte[] sealedGrant() {
    return world.sealed(0);
  }

  private long dataKeys() {
    return world.count("data_key");
  }
}
