package dev.patchbay.host.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.SampleConnection;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.fixture.Together;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.persistence.SqlInstant;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class RenewalsTest {
  private static final int CONNECTIONS = 8;
  private static final int WANTED_BY = 4;
  private static final Duration TERM = Duration.ofMinutes(1);
  private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");

  private final TestDatabase database;
  private Renewals renewals;

  RenewalsTest(Dialect dialect) {
    database = TestDatabase.clean(dialect);
  }

  @BeforeEach
  void keepSome() {
    var vault = TestVault.open(database);
    var credentials = new Credentials(database.entities(), vault);
    renewals = new Renewals(new Database(database.dataSource()), database.dialect(), vault);
    for (int number = 0; number < CONNECTIONS; number++) {
      var holder = holder(number);
      SampleConnection.insert(database, holder);
      database
          .transactions()
          .run(() -> credentials.keep(holder, content(holder, "old"), Optional.empty()));
    }
  }

  @Test
  void should_lease_each_to_one_when_many_want_many_at_once() throws Exception {
    var leased =
        Together.run(
            CONNECTIONS * WANTED_BY,
            caller ->
                renewals
                    .lease(holder(caller % CONNECTIONS), 1, "owner-" + caller, TERM)
                    .map(Kept::content));

    assertThat(leased.stream().flatMap(Optional::stream))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, CONNECTIONS)
                .mapToObj(number -> content(holder(number), "old"))
                .toList());
  }

  @Test
  void should_lease_again_when_the_owner_has_given_it_back_and_nobody_else() {
    renewals.lease(holder(1), 1, "first", TERM);
    renewals.release(holder(1), "second");
    assertThat(renewals.lease(holder(1), 1, "second", TERM)).isEmpty();

    renewals.release(holder(1), "first");
    assertThat(renewals.lease(holder(1), 1, "second", TERM)).isPresent();
  }

  @Test
  void should_exchange_each_for_its_own_when_many_come_at_once() throws Exception {
    var saved =
        Together.run(
            CONNECTIONS * WANTED_BY,
            caller -> {
              var holder = holder(caller % CONNECTIONS);
              var end = Optional.of(END).filter(any -> caller % 2 == 0);
              return renewals.exchange(holder, 1, content(holder, "new"), end);
            });

    assertThat(saved.stream().filter(one -> one)).hasSize(CONNECTIONS);
    for (int number = 0; number < CONNECTIONS; number++) {
      var holder = holder(number);
      assertThat(renewals.find(holder))
          .hasValue(new Kept(content(holder, "new"), 2, Optional.empty()));
    }
    assertThat(ends()).isNotEmpty().containsOnly(END);
  }

  @Test
  void should_give_the_lease_back_with_the_exchange() {
    assertThat(renewals.lease(holder(1), 1, "first", TERM)).isPresent();
    assertThat(renewals.exchange(holder(1), 1, content(holder(1), "new"), Optional.empty()))
        .isTrue();

    assertThat(renewals.lease(holder(1), 1, "second", TERM)).isEmpty();
    assertThat(renewals.lease(holder(1), 2, "second", TERM)).isPresent();
  }

  private List<Instant> ends() {
    return new Database(database.dataSource())
        .read(
            connection -> {
              try (PreparedStatement statement =
                      connection.prepareStatement(
                          "select ends_at from credential where ends_at is not null");
                  var rows = statement.executeQuery()) {
                List<Instant> ends = new ArrayList<>();
                while (rows.next()) {
                  ends.add(SqlInstant.get(rows, "ends_at"));
                }
                return ends;
              }
            });
  }

  private static Secret content(Holder holder, String age) {
    return Secret.of(age + " of " + holder.connectionId());
  }

  private static Holder holder(int number) {
    return new Holder("ten_" + number, "con_" + number);
  }
}
