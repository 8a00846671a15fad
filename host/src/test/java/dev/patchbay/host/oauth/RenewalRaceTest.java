package dev.patchbay.host.oauth;

import static dev.patchbay.host.fixture.Wall.assertClosed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.audit.Tally;
import dev.patchbay.host.audit.Uses;
import dev.patchbay.host.credential.Credentials;
import dev.patchbay.host.credential.Holder;
import dev.patchbay.host.credential.Renewals;
import dev.patchbay.host.credential.TestVault;
import dev.patchbay.host.egress.Sender;
import dev.patchbay.host.fixture.RotatingService;
import dev.patchbay.host.fixture.SampleConnection;
import dev.patchbay.host.fixture.SettableClock;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.fixture.Together;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.Dialect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One connection whose token ends again and again, wanted by many callers of two nodes at the same
 * moment, each node with a pool of its own on one PostgreSQL; the service ends the whole grant when
 * a refresh token comes twice. How much is said by {@code renewals.expiries} and {@code
 * renewals.callers}.
 */
class RenewalRaceTest {
  private static final int EXPIRIES = Integer.getInteger("renewals.expiries", 20);
  private static final int CALLERS = Integer.getInteger("renewals.callers", 20);
  private static final Duration SECOND_REQUEST = Duration.ofMillis(100);
  private static final Holder HOLDER = new Holder("ten_1", "con_1");

  private final RotatingService service = new RotatingService();
  private final TestDatabase database = TestDatabase.clean(Dialect.POSTGRESQL);
  private final Node one = new Node(database.anotherNode());
  private final Node two = new Node(database.anotherNode());

  @BeforeEach
  void connect() {
    SampleConnection.insert(database, HOLDER);
    one.grants.keep(HOLDER, Grant.of(service.answer(), one.clock.instant()));
  }

  @AfterEach
  void stop() {
    one.close();
    two.close();
    service.close();
  }

  @Test
  void should_ask_once_per_expiry_when_callers_of_two_nodes_want_the_token() throws Exception {
    for (int expiry = 1; expiry <= EXPIRIES; expiry++) {
      expire(expiry);
      var tokens = everybodyAsks();
      assertClosed(service.tokenCalls() > expiry, "the service was asked twice for one expiry");
      assertThat(tokens).hasSize(2 * CALLERS).allMatch(service::accepts);
    }
    assertThat(service.tokenCalls()).isEqualTo(EXPIRIES);
    report("");
  }

  @Test
  void should_end_no_grant_when_the_clock_of_one_node_is_two_hours_ahead() throws Exception {
    two.clock.advance(Duration.ofHours(2));
    for (int expiry = 1; expiry <= EXPIRIES; expiry++) {
      expire(expiry);
      everybodyAsks(new CountDownLatch(1));
    }
    assertThat(service.tokenCalls()).isBetween(EXPIRIES, 2 * EXPIRIES + 1);
    report(", one of them two hours ahead");
  }

  /** By the clock, and every other time by the service alone. */
  private void expire(int number) {
    service.endAccessToken();
    if (number % 2 == 0) {
      List.of(one, two).forEach(node -> node.clock.advance(Duration.ofHours(1)));
    }
  }

  /** Both nodes at the same moment. */
  private List<String> everybodyAsks() throws Exception {
    return everybodyAsks(new CountDownLatch(0));
  }

  /**
   * The service answers nobody before everybody has asked, nor before a second request had time to
   * come, which none should.
   *
   * @param first what node two waits for; counted down when the service is asked
   */
  private List<String> everybodyAsks(CountDownLatch first) throws Exception {
    var asked = new CountDownLatch(2 * CALLERS);
    var second = new CountDownLatch(2);
    service.thinking =
        () -> {
          first.countDown();
          await(asked);
          second.countDown();
          comesWithin(SECOND_REQUEST, second);
        };
    try {
      return Together.run(
          2 * CALLERS,
          caller -> {
            var node = caller % 2 == 0 ? one : two;
            await(node == one ? new CountDownLatch(0) : first);
            asked.countDown();
            return node.call();
          });
    } finally {
      assertClosed(service.isRevoked(), "a refresh token was used twice");
    }
  }

  private void report(String how) {
    System.out.printf(
        "%d expiries x %d callers x 2 nodes%s: %d token calls, %d revoked token families%n",
        EXPIRIES, CALLERS, how, service.tokenCalls(), service.isRevoked() ? 1 : 0);
  }

  private static void await(CountDownLatch latch) {
    assertThat(comesWithin(Duration.ofSeconds(30), latch)).isTrue();
  }

  private static boolean comesWithin(Duration time, CountDownLatch latch) {
    try {
      return latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What of a server takes part, with a clock of its own. */
  private final class Node {
    private final SettableClock clock = new SettableClock();
    private final TestDatabase node;
    private final Grants grants;

    Node(TestDatabase node) {
      this.node = node;
      var vault = TestVault.open(node);
      var renewals = new Renewals(new Database(node.dataSource()), node.dialect(), vault);
      this.grants =
          new Grants(
              new Credentials(node.entities(), vault),
              renewals,
              new Leases(renewals),
              new Uses(new Tally(clock)),
              node.transactions(),
              clock);
    }

    /** A call as a plugin makes it: a refused token is replaced once. */
    String call() {
      var grant = grants.current(HOLDER, this::client);
      var token = grant.accessToken();
      return service.accepts(token.reveal())
          ? token.reveal()
          : grants.replacing(token, HOLDER, this::client).accessToken().reveal();
    }

    private OAuthClient client() {
      var declared = RotatingService.declared();
      return new OAuthClient(
          declared,
          Endpoints.of(declared, text -> text),
          declared.authorizeUrl(),
          new ClientIdentity(
              "client", Secret.of("s3cret"), "https://patchbay.test/callback", Map.of()),
          service.gate().http(Sender.plugin("sample", List.of(RotatingService.HOST))));
    }

    void close() {
      node.close();
    }
  }
}
