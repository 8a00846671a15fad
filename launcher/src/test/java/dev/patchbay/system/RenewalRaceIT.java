package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two real nodes on one PostgreSQL, and a connection whose access token ends again and again while
 * many callers of both want it; its service ends the whole grant when a refresh token comes twice.
 * How much is said by {@code renewals.expiries} and {@code renewals.callers}.
 */
class RenewalRaceIT {
  private static final int EXPIRIES = Integer.getInteger("renewals.expiries", 10);

  /** Of each node: more than it has connections to the database. */
  private static final int CALLERS = Integer.getInteger("renewals.callers", 60);

  private static final String ACCOUNT = "ada";

  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final RotatingGoogle google = RotatingGoogle.start();
  private final PostgresDatabase database = PostgresDatabase.start();
  private final List<PatchbayServer> nodes = new ArrayList<>();
  private final List<RestClient> clients = new ArrayList<>();
  private String connection;
  @TempDir Path folder;

  @BeforeEach
  void connect() throws IOException {
    PatchbayServer first = node("one").start();
    connection = RotatingCrm.setUp(first, google).connect(ACCOUNT);
    PatchbayServer second = node("two").start();
    clients.add(first.crm());
    clients.add(RestClient.withKey(second.url(), first.credentials()));
  }

  @AfterEach
  void close() {
    callers.shutdownNow();
    nodes.forEach(PatchbayServer::close);
    database.close();
    google.close();
  }

  @Test
  void should_renew_once_per_expiry_when_callers_of_two_nodes_want_the_token() throws Exception {
    TokenFamily family = google.family(ACCOUNT);
    for (int expiry = 1; expiry <= EXPIRIES; expiry++) {
      family.endAccessToken();
      for (Answer answer : everybodyAsks()) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("state").textValue()).isEqualTo("ACTIVE");
      }
      assertThat(family.calls()).as("token calls").isEqualTo(expiry);
      assertThat(family.isRevoked()).as("a refresh token came twice").isFalse();
    }
    System.out.printf(
        "%d expiries x %d callers x 2 nodes: %d token calls, %d revoked token families%n",
        EXPIRIES, CALLERS, family.calls(), family.isRevoked() ? 1 : 0);
  }

  @Test
  void should_renew_once_when_the_service_takes_longer_than_a_lease() throws Exception {
    TokenFamily family = google.family(ACCOUNT);
    family.endAccessToken();
    family.hold();
    Future<?> slow = callers.submit(() -> answerAfterTheLease(family));
    for (Answer answer : everybodyAsks()) {
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }
    slow.get();
    assertThat(family.calls()).as("token calls").isEqualTo(1);
  }

  private void answerAfterTheLease(TokenFamily family) {
    await(() -> database.leaseOf(connection).isPresent(), "somebody renews");
    Instant end = database.leaseOf(connection).orElseThrow();
    await(() -> database.now().isAfter(end), "the lease would have ended");
    family.release();
  }

  private static void await(BooleanSupplier condition, String what) {
    assertThat(Waiting.until(condition, 1, TimeUnit.MINUTES)).as(what).isTrue();
  }

  private List<Answer> everybodyAsks() throws Exception {
    List<Future<Answer>> asked = new ArrayList<>();
    for (int caller = 0; caller < 2 * CALLERS; caller++) {
      RestClient node = clients.get(caller % 2);
      asked.add(callers.submit(() -> node.post("/connections/" + connection + "/check", Map.of())));
    }
    List<Answer> answers = new ArrayList<>();
    for (Future<Answer> answer : asked) {
      answers.add(answer.get(2, TimeUnit.MINUTES));
    }
    return answers;
  }

  private PatchbayServer node(String name) throws IOException {
    PatchbayServer node =
        PatchbayServer.in(Files.createDirectory(folder.resolve(name)))
            .withPostgres(database)
            .withEnvironment("PATCHBAY_EGRESS_HOSTS", google.hostMap());
    nodes.add(node);
    return node;
  }
}
