package dev.patchbay.sandbox.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.patchbay.sandbox.Caller;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.http.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events as an application receives them. */
class SlackEventTest {
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  private final Sandbox sandbox = Sandbox.start(null, 0);
  private final Caller caller = new Caller(sandbox);
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private HttpServer application;
  private volatile boolean acknowledging = true;

  private record Heard(JsonNode body, String time, String signature, String retry, String raw) {}

  @BeforeEach
  void listen() throws IOException {
    application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    application.createContext(
        "/",
        exchange -> {
          byte[] bytes = exchange.getRequestBody().readAllBytes();
          JsonNode body = Json.MAPPER.readTree(bytes);
          heard.add(
              new Heard(
                  body,
                  exchange.getRequestHeaders().getFirst("X-Slack-Request-Timestamp"),
                  exchange.getRequestHeaders().getFirst("X-Slack-Signature"),
                  exchange.getRequestHeaders().getFirst("X-Slack-Retry-Num"),
                  new String(bytes, UTF_8)));
          byte[] answer = body.path("challenge").asText("").getBytes(UTF_8);
          exchange.sendResponseHeaders(
              acknowledging ? 200 : 500, answer.length == 0 ? -1 : answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    application.start();
  }

  @AfterEach
  void stop() {
    sandbox.close();
    application.stop(0);
  }

  @Test
  void should_tell_of_a_change_with_a_signature_once_the_challenge_was_answered()
      throws InterruptedException {
    assertThat(subscribe().path("verified").asBoolean()).isTrue();
    assertThat(next().body().path("type").asText()).isEqualTo("url_verification");

    String id = changeSomebody();
    Heard event = next();

    assertThat(event.body().path("team_id").asText()).isEqualTo("T0SANDBOX01");
    assertThat(event.body().at("/event/type").asText()).isEqualTo("user_change");
    assertThat(event.body().at("/event/user/id").asText()).isEqualTo(id);
    assertThat(event.retry()).isNull();
    assertThat(event.signature())
        .isEqualTo(new RequestUrl("", SECRET).signature(event.time(), event.raw()));
  }

  @Test
  void should_try_three_times_more_under_the_same_id_when_nobody_acknowledges()
      throws InterruptedException {
    subscribe();
    next();
    acknowledging = false;

    changeSomebody();
    Heard first = next();

    for (String retry : new String[] {"1", "2", "3"}) {
      Heard again = next();
      assertThat(again.retry()).isEqualTo(retry);
      assertThat(again.body().path("event_id")).isEqualTo(first.body().path("event_id"));
    }
  }

  @Test
  void should_sign_as_slack_documents_it() {
    String body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
            + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
            + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    assertThat(new RequestUrl("", SECRET).signature("1531420618", body))
        .isEqualTo("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
  }

  private JsonNode subscribe() {
    String url = "http://127.0.0.1:" + application.getAddress().getPort() + "/events";
    return caller
        .control(
            "PUT",
            "/slack/events",
            Json.object().put("url", url).put("signingSecret", SECRET).toString())
        .json();
  }

  private String changeSomebody() {
    String users = "/slack/teams/T0SANDBOX01/users";
    String id = caller.control("GET", users, "").json().at("/items/0/id").asText();
    caller.control("PATCH", users + "/" + id, "{\"real_name\":\"Somebody Else\"}");
    return id;
  }

  private Heard next() throws InterruptedException {
    Heard event = heard.poll(20, TimeUnit.SECONDS);
    assertThat(event).as("an event").isNotNull();
    return event;
  }
}
