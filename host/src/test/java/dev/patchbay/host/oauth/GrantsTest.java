package dev.patchbay.host.oauth;

import static dev.patchbay.host.fixture.Wall.assertClosed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.audit.Tally;
import dev.patchbay.host.audit.Uses;
import dev.patchbay.host.credential.Credentials;
import dev.patchbay.host.credential.Holder;
import dev.patchbay.host.credential.Renewals;
import dev.patchbay.host.credential.TestVault;
import dev.patchbay.host.credential.Vault;
import dev.patchbay.host.egress.Sender;
import dev.patchbay.host.fixture.AuthorizationServer;
import dev.patchbay.host.fixture.AuthorizationServer.Answer;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.SampleConnection;
import dev.patchbay.host.fixture.SettableClock;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.fixture.Together;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.persistence.SqlInstant;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class GrantsTest {
  private static final Holder HOLDER = new Holder("ten_1", "con_1");
  private static final int THREADS = 32;
  private static final Duration SHORT = Duration.ofSeconds(2);

  private final TestDatabase database;
  private final SettableClock clock = new SettableClock();
  @AutoClose private final AuthorizationServer server = new AuthorizationServer();
  private Credentials credentials;
  private Renewals renewals;
  private Grants grants;

  GrantsTest(Dialect dialect) {
    database = TestDatabase.clean(dialect);
  }

  @BeforeEach
  void connectOneAccount() {
    Vault vault = TestVault.open(database);
    credentials = new Credentials(database.entities(), vault);
    renewals = new Renewals(new Database(database.dataSource()), database.dialect(), vault);
    grants = node();
    SampleConnection.insert(database, HOLDER);
    grants.keep(HOLDER, grant("first", server.grantedRefreshToken()));
  }

  @Test
  void should_not_ask_the_service_when_the_token_holds() {
    assertThat(token(grants.current(HOLDER, this::client))).isEqualTo("first");
    assertThat(server.tokenRequests()).isEmpty();
  }

  @Test
  void should_renew_ahead_when_the_end_is_near() {
    clock.advance(Duration.ofMinutes(55));

    var token = token(grants.current(HOLDER, this::client));

    assertThat(token).isNotEqualTo("first");
    assertThat(token(grants.find(HOLDER).orElseThrow())).isEqualTo(token);
    assertThat(server.tokenRequests()).hasSize(1);
  }

  @Test
  void should_ask_once_when_many_threads_of_one_node_want_a_token() throws Exception {
    clock.advance(Duration.ofMinutes(59));

    var tokens = together(i -> grants);

    assertThat(tokens).hasSize(THREADS).doesNotContain("first");
    assertThat(server.tokenRequests()).hasSize(1);
    assertThat(tokens.stream().distinct()).hasSize(1);
  }

  @Test
  void should_ask_once_when_many_nodes_want_a_token_that_can_be_renewed_once() throws Exception {
    server.rotates = true;
    clock.advance(Duration.ofMinutes(59));
    var nodes = IntStream.range(0, 8).mapToObj(i -> node()).toList();

    var tokens = together(i -> nodes.get(i % nodes.size()));

    assertThat(tokens.stream().distinct()).hasSize(1).doesNotContain("first");
    assertThat(server.tokenRequests()).hasSize(1);
  }

  @Test
  void should_ask_once_when_many_threads_were_refused_the_same_token() throws Exception {
    var tokens =
        Together.run(
            THREADS, i -> token(grants.replacing(Secret.of("first"), HOLDER, this::client)));

    assertThat(tokens.stream().distinct()).hasSize(1).doesNotContain("first");
    assertThat(server.tokenRequests()).hasSize(1);
  }

  @Test
  void should_renew_at_once_when_the_lease_of_a_dead_owner_has_run_out() {
    clock.advance(Duration.ofMinutes(59));
    leaseFor("dead-node", Duration.ZERO);

    assertThat(token(grants.current(HOLDER, this::client))).isNotEqualTo("first");
  }

  @Test
  void should_get_a_token_when_the_owner_of_the_lease_died_in_the_middle() throws Exception {
    clock.advance(Duration.ofMinutes(59));
    var asked = new CountDownLatch(1);
    var buried = new CountDownLatch(1);
    server.tokenFault = asking(asked, buried);
    var leases = new Leases(renewals);
    var doomed = node(leases);
    var pool = Executors.newSingleThreadExecutor();
    try {
      var lost = pool.submit(() -> token(doomed.current(HOLDER, this::client)));
      assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
      leases.end();
      server.tokenFault = UnaryOperator.identity();

      assertClosed(fails(), "a call fails since another node died");
      assertClosed(lost.isDone(), "a call waits as long as the dead node would have");
      assertThat(token(grants.current(HOLDER, this::client))).isNotEqualTo("first");
      assertThat(server.tokenRequests()).hasSize(2);
    } finally {
      buried.countDown();
      pool.shutdownNow();
    }
  }

  @Test
  void should_ask_once_when_the_service_takes_longer_than_a_lease() throws Exception {
    clock.advance(Duration.ofMinutes(59));
    server.tokenFault = during(this::outliveTheLease);
    var nodes = IntStream.range(0, 2).mapToObj(i -> node(shortLeases())).toList();

    var tokens = Together.run(2, i -> token(nodes.get(i).current(HOLDER, this::client)));

    assertClosed(server.tokenRequests().size() > 1, "the lease of a living owner ran out");
    assertThat(tokens.stream().distinct()).hasSize(1).doesNotContain("first");
  }

  @Test
  void should_respect_the_lease_when_its_own_clock_is_two_hours_ahead() throws Exception {
    clock.advance(Duration.ofHours(2));
    leaseFor("other-node", Duration.ofSeconds(60));
    var pool = Executors.newSingleThreadExecutor();
    try {
      var waiting = pool.submit(() -> token(grants.current(HOLDER, this::client)));
      assertThatThrownBy(() -> waiting.get(500, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      keepFromElsewhere("from-other-node");
      assertThat(waiting.get(20, TimeUnit.SECONDS)).isEqualTo("from-other-node");
      assertThat(server.tokenRequests()).isEmpty();
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void should_take_what_the_other_node_saved_when_it_holds_the_lease() throws Exception {
    clock.advance(Duration.ofMinutes(59));
    leaseFor("other-node", Duration.ofSeconds(60));
    var pool = Executors.newSingleThreadExecutor();
    try {
      var waiting = pool.submit(() -> token(grants.current(HOLDER, this::client)));
      keepFromElsewhere("from-other-node");
      assertThat(waiting.get(20, TimeUnit.SECONDS)).isEqualTo("from-other-node");
      assertThat(server.tokenRequests()).isEmpty();
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void should_notice_what_another_node_saved_when_the_one_that_it_has_seen_would_be_due() {
    assertThat(token(grants.current(HOLDER, this::client))).isEqualTo("first");
    clock.advance(Duration.ofMinutes(30));
    keepFromElsewhere("from-other-node");
    clock.advance(Duration.ofMinutes(29));

    assertThat(token(grants.current(HOLDER, this::client))).isEqualTo("from-other-node");
    assertThat(server.tokenRequests()).isEmpty();
  }

  @Test
  void should_notice_that_another_node_removed_it_when_the_one_that_it_has_seen_would_be_due() {
    assertThat(token(grants.current(HOLDER, this::client))).isEqualTo("first");
    node().remove(HOLDER);
    clock.advance(Duration.ofMinutes(59));

    assertThatThrownBy(() -> grants.current(HOLDER, this::client))
        .isInstanceOf(ReauthorizationNeeded.class);
    assertThat(server.tokenRequests()).isEmpty();
  }

  @Test
  void should_renew_what_it_has_seen_once_when_it_is_due_again_and_again() {
    for (int time = 1; time <= 3; time++) {
      clock.advance(Duration.ofMinutes(59));
      var token = token(grants.current(HOLDER, this::client));
      assertThat(token(grants.find(HOLDER).orElseThrow())).isEqualTo(token);
      assertThat(server.tokenRequests()).hasSize(time);
    }
  }

  @Test
  void should_not_overwrite_when_another_node_saved_during_the_call() {
    clock.advance(Duration.ofMinutes(59));
    server.tokenFault = during(() -> keepFromElsewhere("of-the-winner"));

    var given = token(grants.current(HOLDER, this::client));
    var kept = token(grants.find(HOLDER).orElseThrow());
    assertClosed(!kept.equals("of-the-winner"), "the loser's token in the winner's place");
    assertThat(given).isEqualTo("of-the-winner");
  }

  @Test
  void should_have_no_right_to_renew_what_somebody_has_renewed_since_it_was_read() {
    keepFromElsewhere("of-the-winner");

    assertClosed(lease("late-node", Duration.ofSeconds(60)), "a lease for a token that is gone");
  }

  @Test
  void should_use_the_winners_grant_when_the_loser_is_told_that_its_own_is_dead() {
    clock.advance(Duration.ofMinutes(59));
    server.forgetEverybody();
    server.tokenFault = during(() -> keepFromElsewhere("of-the-winner"));

    assertClosed(fails(), "the winner's grant counts as dead, since the loser's is");
    assertThat(token(grants.current(HOLDER, this::client))).isEqualTo("of-the-winner");
  }

  @Test
  void should_need_a_person_when_the_grant_is_dead() {
    clock.advance(Duration.ofMinutes(59));
    server.forgetEverybody();

    assertThatThrownBy(() -> grants.current(HOLDER, this::client))
        .isInstanceOf(ReauthorizationNeeded.class)
        .hasMessageContaining("invalid_grant");
    assertThat(token(grants.find(HOLDER).orElseThrow())).isEqualTo("first");
  }

  @Test
  void should_not_present_a_dead_grant_again_when_more_calls_find_it() {
    clock.advance(Duration.ofMinutes(59));
    server.forgetEverybody();
    for (int call = 0; call < 5; call++) {
      assertThat(fails()).isTrue();
    }
    assertClosed(server.tokenRequests().size() > 1, "a refresh token that is known to be dead");

    clock.advance(Duration.ofDays(30));
    grants = node();
    assertThat(fails()).isTrue();
    assertClosed(server.tokenRequests().size() > 1, "it is presented again after a while");
  }

  @Test
  void should_know_a_new_grant_from_the_dead_one() {
    clock.advance(Duration.ofMinutes(59));
    server.forgetEverybody();
    assertThat(fails()).isTrue();

    grants.keep(HOLDER, grant("second", server.grantedRefreshToken()));

    assertThat(token(grants.replacing(Secret.of("second"), HOLDER, this::client)))
        .isNotEqualTo("second");
  }

  @Test
  void should_go_on_with_the_old_token_when_the_service_is_down_before_its_end() {
    clock.advance(Duration.ofMinutes(57));
    server.tokenFault = answer -> new Answer(503, Map.of(), "");

    assertThat(token(grants.current(HOLDER, this::client))).isEqualTo("first");
  }

  @Test
  void should_go_on_with_the_old_token_when_the_service_rejects_the_renewal_before_its_end() {
    clock.advance(Duration.ofMinutes(57));
    server.tokenFault = answer -> Answer.error(401, "invalid_client");

    assertClosed(fails(), "a call fails although its token still holds");
    assertThat(token(grants.current(HOLDER, this::client))).isEqualTo("first");
  }

  @Test
  void should_tell_what_the_service_says_when_it_rejects_the_renewal_after_its_end() {
    clock.advance(Duration.ofMinutes(60));
    server.tokenFault = answer -> Answer.error(401, "invalid_client");

    assertThatThrownBy(() -> grants.current(HOLDER, this::client))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("invalid_client");
  }

  @Test
  void should_be_unavailable_when_the_service_is_down_after_its_end() {
    clock.advance(Duration.ofMinutes(60));
    server.tokenFault = answer -> new Answer(503, Map.of(), "");

    assertThatThrownBy(() -> grants.current(HOLDER, this::client)).isInstanceOf(Unavailable.class);
  }

  @Test
  void should_try_again_when_the_call_before_failed() {
    clock.advance(Duration.ofMinutes(60));
    server.tokenFault = answer -> new Answer(503, Map.of(), "");
    assertThatThrownBy(() -> grants.current(HOLDER, this::client)).isInstanceOf(Unavailable.class);

    server.tokenFault = UnaryOperator.identity();

    assertThat(token(grants.current(HOLDER, this::client))).isNotEqualTo("first");
  }

  @Test
  void should_hold_no_database_lock_when_it_waits_for_the_service() throws Exception {
    clock.advance(Duration.ofMinutes(59));
    var pool = Executors.newSingleThreadExecutor();
    try {
      server.tokenFault =
          during(
              () -> {
                Future<?> other =
                    pool.submit(
                        () ->
                            database
                                .transactions()
                                .run(() -> credentials.keep(HOLDER, x(), Optional.empty())));
                get(other);
              });
      assertThat(token(grants.current(HOLDER, this::client))).isEqualTo("x");
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void should_keep_nothing_of_another_tenant_in_reach() {
    var stranger = new Holder("ten_2", HOLDER.connectionId());

    assertThat(grants.find(stranger)).isEmpty();
    assertThatThrownBy(() -> grants.current(stranger, this::client))
        .isInstanceOf(ReauthorizationNeeded.class);
    grants.remove(stranger);
    assertThat(grants.find(HOLDER)).isPresent();
  }

  private Secret x() {
    return grant("x", "x").toSecret();
  }

  private List<String> together(IntFunction<Grants> nodeOf) throws Exception {
    return Together.run(THREADS, i -> token(nodeOf.apply(i).current(HOLDER, this::client)));
  }

  private Leases shortLeases() {
    return new Leases(renewals, SHORT, SHORT.dividedBy(8));
  }

  /** Waits by the clock by which leases end. */
  private void outliveTheLease() {
    var end = databaseTime().plus(SHORT.multipliedBy(2));
    while (databaseTime().isBefore(end)) {
      LockSupport.parkNanos(SHORT.toNanos() / 20);
    }
  }

  private Instant databaseTime() {
    return new Database(database.dataSource())
        .read(
            connection -> {
              try (var statement = connection.createStatement();
                  var row = statement.executeQuery("select current_timestamp as now")) {
                row.next();
                return SqlInstant.get(row, "now");
              }
            });
  }

  private static UnaryOperator<Answer> asking(CountDownLatch asked, CountDownLatch answered) {
    return during(
        () -> {
          asked.countDown();
          await(answered);
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static UnaryOperator<Answer> during(Runnable event) {
    return answer -> {
      event.run();
      return answer;
    };
  }

  private static void get(Future<?> future) {
    try {
      future.get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void keepFromElsewhere(String token) {
    database
        .transactions()
        .runAlone(() -> credentials.keep(HOLDER, grant(token, "r").toSecret(), Optional.empty()));
  }

  private void leaseFor(String owner, Duration time) {
    assertThat(lease(owner, time)).isTrue();
  }

  private boolean lease(String owner, Duration time) {
    return renewals.lease(HOLDER, 1, owner, time).isPresent();
  }

  private boolean fails() {
    try {
      grants.current(HOLDER, this::client);
      return false;
    } catch (IntegrationException e) {
      return true;
    }
  }

  private Grants node() {
    return node(new Leases(renewals));
  }

  private Grants node(Leases leases) {
    return new Grants(
        credentials, renewals, leases, new Uses(new Tally(clock)), database.transactions(), clock);
  }

  private OAuthClient client() {
    var declared = AuthorizationServer.declared().build();
    return new OAuthClient(
        declared,
        Endpoints.of(declared, text -> text),
        declared.authorizeUrl(),
        new ClientIdentity(
            AuthorizationServer.CLIENT_ID,
            Secret.of(AuthorizationServer.CLIENT_SECRET),
            "https://patchbay.test/api/oauth/callback",
            Map.of()),
        server.gate().http(Sender.plugin("sample", List.of(AuthorizationServer.HOST))));
  }

  private Grant grant(String accessToken, String refreshToken) {
    var answer = new HashMap<String, Object>();
    answer.put("access_token", accessToken);
    answer.put("refresh_token", refreshToken);
    answer.put("expires_in", 3600);
    return Grant.of(answer, clock.instant());
  }

  private static String token(Grant grant) {
    return grant.accessToken().reveal();
  }
}
