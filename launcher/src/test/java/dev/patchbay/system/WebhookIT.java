package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the service tells reaches the CRM without waiting for the next poll, which is an hour away
 * here; told in order, to keep the starts few.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WebhookIT {
  private static final String ACCOUNT = "hanna@sandbox.example";

  @TempDir static Path folder;
  private PatchbayServer server;
  private Crm crm;
  private String connection;

  @BeforeAll
  void connect() {
    server =
        PatchbayServer.in(folder)
            .withSandbox()
            .withJavaOption("-Dpatchbay.sync.interval=PT1H")
            .start();
    crm = new Crm(server);
    server.sandbox().addAccount(ACCOUNT);
    connection = crm.connect("google-calendar", ACCOUNT);
    crm.finishedRun(connection);
    await(() -> active() == 2, "the calendar and the list of calendars are subscribed to");
  }

  @AfterAll
  void close() {
    server.close();
  }

  @Test
  @Order(1)
  void should_see_a_change_without_waiting_for_the_poll() {
    put("event1", "Told at once");

    await(() -> titles().contains("Told at once"), "the change is in the feed");
    assertThat(crm.rest().get(path("/subscriptions")).json().path("mode").textValue())
        .isEqualTo("push");
  }

  @Test
  @Order(2)
  void should_take_no_harm_when_messages_come_twice_and_in_another_order() {
    server.sandbox().channels(Map.of("delivery", "twice"));
    put("event2", "Told twice");
    await(() -> titles().contains("Told twice"), "the change is in the feed");
    server.sandbox().channels(Map.of("delivery", "swapped"));
    put("event3", "Told late");
    put("event4", "Told early");
    await(() -> titles().containsAll(List.of("Told late", "Told early")), "both are in the feed");
    server.sandbox().channels(Map.of("delivery", "once"));

    assertThat(titles()).doesNotHaveDuplicates();
  }

  @Test
  @Order(3)
  void should_find_with_the_next_message_what_the_one_before_would_have_told() {
    server.sandbox().channels(Map.of("delivery", "drop"));
    put("event5", "Never told");
    server.sandbox().channels(Map.of("delivery", "once"));
    put("event6", "Told after");

    await(() -> titles().containsAll(List.of("Never told", "Told after")), "both are in the feed");
  }

  @Test
  @Order(4)
  void should_take_nothing_when_it_is_not_from_the_service() throws Exception {
    JsonNode channel = server.sandbox().channels().at("/items/0");
    URI address = URI.create(channel.path("address").textValue());

    HttpResponse<String> forged = send(address, "guessed", new byte[0]);
    HttpResponse<String> elsewhere = send(URI.create(address + "x"), "guessed", new byte[0]);
    HttpResponse<String> large = send(address, token(channel), new byte[3 << 20]);

    assertThat(forged.statusCode()).isEqualTo(401);
    assertThat(forged.body()).doesNotContain("token", ACCOUNT, connection, "google");
    assertThat(elsewhere.statusCode()).isEqualTo(404);
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(send(address, token(channel), new byte[0]).statusCode()).isEqualTo(200);
  }

  @Test
  @Order(5)
  void should_stop_the_messages_when_the_connection_is_paused() {
    crm.rest().post(path("/pause"), Map.of());
    await(() -> open() == 0, "the service has no channel any more");

    crm.rest().post(path("/resume"), Map.of());
    await(() -> open() == 2 && active() == 2, "it has them again");
  }

  @Test
  @Order(6)
  void should_lose_nothing_when_it_is_killed_between_acknowledging_and_pulling() {
    server.withJavaOption("-Dpatchbay.webhooks.interval=PT1H");
    restart();
    put("event7", "Told before the end");
    await(this::isLastMessageTaken, "the message is acknowledged");
    assertThat(titles()).doesNotContain("Told before the end");

    server.withJavaOption("-Dpatchbay.webhooks.interval=PT1S");
    restart();

    await(() -> titles().contains("Told before the end"), "the change is in the feed");
  }

  private void restart() {
    server.kill();
    server.start();
    crm.signInAgain();
  }

  private boolean isLastMessageTaken() {
    JsonNode last = server.sandbox().channels().at("/messages/0");
    return last.path("state").asText().equals("exists") && last.path("status").intValue() == 200;
  }

  private void put(String id, String title) {
    server
        .sandbox()
        .putEvent(
            ACCOUNT,
            id,
            Map.of(
                "summary", title,
                "start", Map.of("dateTime", "2026-12-01T12:00:00+01:00"),
                "end", Map.of("dateTime", "2026-12-01T13:00:00+01:00")));
  }

  private List<String> titles() {
    return crm.changesAfter("0").stream()
        .map(change -> change.at("/record/data/title").asText())
        .toList();
  }

  private long active() {
    return crm
        .rest()
        .get(path("/subscriptions"))
        .json()
        .path("items")
        .findValuesAsText("state")
        .stream()
        .filter("ACTIVE"::equals)
        .count();
  }

  private int open() {
    return server.sandbox().channels().path("items").size();
  }

  private String path(String of) {
    return "/connections/" + connection + of;
  }

  private static String token(JsonNode channel) {
    return channel.path("token").textValue();
  }

  private static HttpResponse<String> send(URI address, String token, byte[] body)
      throws IOException, InterruptedException {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .build()
        .send(
            HttpRequest.newBuilder(address)
                .header("X-Goog-Channel-Token", token)
                .header("X-Goog-Channel-ID", "forged")
                .header("X-Goog-Resource-State", "exists")
                .header("X-Goog-Message-Number", "1")
                .POST(BodyPublishers.ofByteArray(body))
                .build(),
            BodyHandlers.ofString());
  }

  private static void await(BooleanSupplier condition, String what) {
    assertThat(Waiting.until(condition, 2, TimeUnit.MINUTES)).as(what).isTrue();
  }
}
