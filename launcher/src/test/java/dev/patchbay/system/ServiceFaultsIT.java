package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that a service can do wrong in the middle of a pull, done by the simulated Google to a
 * real server. How often each is said by {@code fault.times}. Nobody repairs anything: the run ends
 * well by itself and the records are those that the service has, each once.
 */
@ExtendWith(SharedServer.class)
class ServiceFaultsIT {
  private static final int TIMES = Integer.getInteger("fault.times", 1);

  /** More than one page of 2,500, so that something happens between two of them. */
  private static final int EVENTS = 2_600;

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void should_end_well_when_the_service_does(
      String fault, Map<String, Object> rule, PatchbayServer server) {
    FaultyAccount account = new FaultyAccount(server, fault.replaceAll("[^a-z0-9]+", "-"));

    for (int time = 0; time < TIMES; time++) {
      account.sandbox().strike(secondPage(account, rule));
      account.assertEndsWell(account.crm().pullEverything(account.connection()));
    }
  }

  static Stream<Arguments> faults() {
    Stream<Arguments> refusals =
        Stream.of(429, 500, 502, 503, 504)
            .map(status -> fault("answer " + status, "status", "status", status, "times", 2));
    Stream<Arguments> others =
        Stream.of(
            fault("ask for two seconds", "status", "status", 429, "retryAfter", "2"),
            fault("hang", "hang", "millis", 2_000),
            fault("reset the connection", "reset"),
            fault("stop in the middle", "half-closed", "millis", 2_000),
            fault("send drop by drop", "slow-drip", "bytes", 50_000, "millis", 20),
            fault("break off a chunk", "broken-chunk"),
            fault("send garbage", "garbage-json"),
            fault("send a web page", "html-page"),
            fault("send a page twice", "duplicate-page"),
            fault("send a page that leads to itself", "looping-page"),
            fault(
                "lead to another host",
                "redirect",
                "location",
                "https://elsewhere.example/events"));
    return Stream.concat(refusals, others);
  }

  private static Arguments fault(String name, String kind, Object... options) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("fault", kind);
    for (int i = 0; i < options.length; i += 2) {
      rule.put(options[i].toString(), options[i + 1]);
    }
    return Arguments.of(name, rule);
  }

  private static Map<String, Object> secondPage(FaultyAccount account, Map<String, Object> rule) {
    Map<String, Object> fault = new LinkedHashMap<>(rule);
    fault.put("path", "/www.googleapis.com/calendar/v3/calendars/" + account.name() + "*/events");
    fault.put("skip", 1);
    return fault;
  }

  @Test
  void should_say_so_and_end_well_the_next_time_when_an_answer_is_too_large(PatchbayServer server) {
    FaultyAccount account = new FaultyAccount(server, "too-large");

    for (int time = 0; time < TIMES; time++) {
      account.sandbox().strike(secondPage(account, Map.of("fault", "oversized")));
      JsonNode run = account.crm().pullEverything(account.connection());
      assertThat(run.path("state").textValue()).as(run.toString()).isEqualTo("FAILED");
      assertThat(run.at("/errors/0/category").textValue()).isEqualTo("Rejected");
      assertThat(run.at("/errors/0/message").textValue()).contains("larger than the 50000000");
      account.assertEndsWell(account.crm().pullEverything(account.connection()));
    }
  }

  @Test
  void should_list_everything_again_when_the_sync_token_has_expired(PatchbayServer server) {
    FaultyAccount account = new FaultyAccount(server, "expired-cursor");

    for (int time = 0; time < TIMES; time++) {
      account.sandbox().expireSyncTokens(account.email());
      JsonNode run = account.crm().pull(account.connection());
      account.assertEndsWell(run);
      assertThat(run.path("unchanged").asInt()).as(run.toString()).isEqualTo(EVENTS);
    }
  }

  @Test
  void should_go_on_with_a_new_token_when_the_old_one_ends_between_two_pages(
      PatchbayServer server) {
    FaultyAccount account = new FaultyAccount(server, "expired-token");

    for (int time = 0; time < TIMES; time++) {
      account.sandbox().strike(secondPage(account, Map.of("fault", "status", "status", 401)));
      account.sandbox().expireAccessTokens(account.email());
      account.assertEndsWell(account.crm().pullEverything(account.connection()));
    }
  }

  @Test
  void should_ask_for_a_new_consent_when_the_person_took_it_back(PatchbayServer server) {
    FaultyAccount account = new FaultyAccount(server, "revoked-grant");

    for (int time = 0; time < TIMES; time++) {
      account.sandbox().revokeGrants(account.email());
      JsonNode run = account.crm().pull(account.connection());
      assertThat(run.path("success").booleanValue()).as(run.toString()).isFalse();
      assertThat(account.state()).isEqualTo("NEEDS_REAUTH");
      assertThat(account.crm().connect("google-calendar", account.email()))
          .isEqualTo(account.connection());
      account.assertEndsWell(account.crm().pullEverything(account.connection()));
    }
  }

  /** An account with a connection that has pulled everything once. */
  private static final class FaultyAccount {
    private final String name;
    private final PatchbayServer server;
    private final Crm crm;
    private final String connection;

    FaultyAccount(PatchbayServer server, String name) {
      this.name = name;
      this.server = server;
      this.crm = new Crm(server);
      sandbox().addAccount(email());
      sandbox().generateEvents(email(), EVENTS);
      this.connection = crm.connect("google-calendar", email());
      assertEndsWell(crm.finishedRun(connection));
    }

    String name() {
      return name;
    }

    String email() {
      return name + "@sandbox.example";
    }

    SandboxClient sandbox() {
      return server.sandbox();
    }

    Crm crm() {
      return crm;
    }

    String connection() {
      return connection;
    }

    String state() {
      return summary().path("state").textValue();
    }

    void assertEndsWell(JsonNode run) {
      assertThat(sandbox().waitingFaults()).as("faults that never struck").isZero();
      assertThat(run.path("success").booleanValue()).as(run.toString()).isTrue();
      assertThat(run.path("failed").asInt()).as(run.toString()).isZero();
      assertThat(summary().at("/records/event").asInt()).isEqualTo(EVENTS);
      assertThat(state()).isEqualTo("ACTIVE");
    }

    private JsonNode summary() {
      return crm.rest().get("/connections/" + connection).json();
    }
  }
}
