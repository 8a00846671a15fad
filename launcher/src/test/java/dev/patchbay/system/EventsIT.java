package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens in a tenant, as one hears it who follows. */
@ExtendWith(SharedServer.class)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class EventsIT {
  private static final String ADA = "ada@sandbox.example";

  @Test
  void should_tell_followers_what_happens_and_go_on_where_they_left(PatchbayServer server) {
    RestClient crm = server.crm();
    String begin = crm.get("/events").json().path("next").textValue();
    String connection;
    try (EventStream events = EventStream.of(server.url(), crm.token(), begin)) {
      connection = new Crm(server).connectFor("follower", "google-calendar", ADA);

      assertThat(events.next("event:")).isIn("connection.established", "connect-session.connected");
      assertThat(events.next("event:")).isIn("connection.established", "connect-session.connected");
    }

    crm.delete("/connections/" + connection + "?records=erase");

    try (EventStream events = EventStream.of(server.url(), crm.token(), begin)) {
      events.next("event:");
      events.next("event:");
      assertThat(events.next("event:")).isEqualTo("connection.disconnected");
      assertThat(events.next("data:")).contains(connection, "erase");
    }
    JsonNode page = crm.get("/events?after=" + begin).json();
    assertThat(page.path("items")).hasSize(3);
  }

  @Test
  void should_end_the_stream_when_its_key_is_deleted(PatchbayServer server) {
    JsonNode key = server.admin().post("/api-keys", Map.of("name", "follower")).json();
    RestClient follower =
        RestClient.withKey(
            server.url(),
            new Credentials(
                "", "", key.path("clientId").textValue(), key.path("clientSecret").textValue()));
    try (EventStream events = EventStream.of(server.url(), follower.token(), "0")) {
      server.admin().delete("/api-keys/" + key.path("id").textValue());

      events.awaitEnd();
    }
    assertThat(follower.get("/events").status()).isEqualTo(401);
  }

  @Test
  void should_say_what_is_wrong_when_the_place_is_no_number(PatchbayServer server) {
    Answer answer = server.crm().get("/events?after=yesterday");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("after", "number");
  }
}
