package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The two nodes of {@code docker/compose.yml} as their image starts them, without an engine: begun
 * at the same moment on an empty PostgreSQL, then one is killed in the middle of a run.
 */
class TwoNodesIT {
  private static final int EVENTS = Integer.getInteger("two-nodes.events", 20_000);
  private static final String ACCOUNT = "grace@sandbox.example";

  private final SharedSandbox sandbox = SharedSandbox.start(null);
  private final PostgresDatabase database = PostgresDatabase.start();
  private final List<ContainerNode> nodes = new ArrayList<>();
  @TempDir Path folder;

  @AfterEach
  void close() throws Exception {
    nodes.forEach(ContainerNode::close);
    database.close();
    sandbox.close();
  }

  @Test
  void should_start_together_and_take_over_what_a_dead_node_had_in_hand() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    ContainerNode one = begin("node-1");
    ContainerNode two = begin("node-2");
    one.server().awaitReady();
    two.server().awaitReady();
    Credentials first = onlyFirstSignIn();
    String connection = connectThrough(one, two, first);

    String atWork = database.nodeAtWork();
    assertThat(atWork).isIn("node-1", "node-2");
    ContainerNode dead = atWork.equals("node-1") ? one : two;
    ContainerNode alive = dead == one ? two : one;
    dead.server().kill();
    assertTakenOver(atWork.equals("node-1") ? "node-2" : "node-1");

    assertThat(dead.health()).as("health of a dead node").isNotZero();
    assertThat(alive.health()).as("health of a live node").isZero();
    assertEverythingArrives(crm(alive, first), connection);
  }

  /** Four heartbeats of two seconds have to stay away, and somebody has to look. */
  private void assertTakenOver(String heir) {
    long killed = System.nanoTime();
    Waiting.until(() -> database.nodeAtWork().equals(heir), 1, TimeUnit.MINUTES);
    Duration waited = Duration.ofNanos(System.nanoTime() - killed);
    System.out.printf("Taken over %d ms after the kill%n", waited.toMillis());
    assertThat(database.nodeAtWork()).isEqualTo(heir);
    assertThat(waited).as("until it was taken over").isLessThan(Duration.ofSeconds(20));
  }

  /** The public address is the first node's, as if a proxy led every browser there. */
  private ContainerNode begin(String service) {
    Map<String, String> given = new HashMap<>(Map.of("PATCHBAY_EGRESS_HOSTS", sandbox.hostMap()));
    nodes.stream()
        .findFirst()
        .ifPresent(one -> given.put("PATCHBAY_PUBLIC_URL", one.server().url().toString()));
    ContainerNode node = ContainerNode.begin(service, folder.resolve(service), database, given);
    nodes.add(node);
    return node;
  }

  private Crm crm(ContainerNode node, Credentials key) {
    return new Crm(() -> RestClient.withKey(node.server().url(), key), sandbox::client);
  }

  private Credentials onlyFirstSignIn() {
    List<Path> files =
        nodes.stream().map(node -> node.server().firstSignIn()).filter(Files::exists).toList();
    assertThat(files).as("first sign-ins").hasSize(1);
    return Credentials.storedIn(files.get(0));
  }

  private String connectThrough(ContainerNode one, ContainerNode two, Credentials first) {
    RestClient admin = RestClient.signedIn(one.server().url(), first);
    sandbox.integrations().forEach(body -> admin.post("/integrations", body));
    sandbox.client().addAccount(ACCOUNT);
    sandbox.client().generateEvents(ACCOUNT, EVENTS);
    Crm crm = crm(two, first);
    String connection = crm.connect("google-calendar", ACCOUNT);
    Waiting.until(
        () -> crm.latestRun(connection).path("itemsProcessed").asInt() >= EVENTS / 5,
        5,
        TimeUnit.MINUTES);
    return connection;
  }

  private static void assertEverythingArrives(Crm crm, String connection) {
    JsonNode before = crm.latestRun(connection);
    assertThat(before.has("finishedAt")).as("killed in the middle: %s", before).isFalse();

    JsonNode run = crm.finishedRun(connection);

    assertThat(run.path("id")).isEqualTo(before.path("id"));
    assertThat(run.path("success").booleanValue()).as(run.toString()).isTrue();
    assertThat(crm.rest().get("/connections/" + connection).json().at("/records/event").asInt())
        .isEqualTo(EVENTS);
    assertThat(crm.changesAfter("0").stream().map(change -> change.at("/record/id")).distinct())
        .hasSize(EVENTS);
  }
}
