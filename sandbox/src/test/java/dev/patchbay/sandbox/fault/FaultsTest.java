package dev.patchbay.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.Caller;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
  private static final String EVENTS = "/www.googleapis.com/calendar/v3/calendars/primary/events";

  private Sandbox sandbox;
  private Caller caller;
  private String token;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start(null, 0);
    caller = new Caller(sandbox);
    token =
        caller.control("POST", "/google/access-tokens", "{}").json().get("access_token").asText();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private void fault(String spec) {
    String rule = "{\"path\":\"/www.googleapis.com/calendar/**\"," + spec + "}";
    assertThat(caller.control("POST", "/faults", rule).status()).isEqualTo(201);
  }

  private Caller.Reply events(String query) {
    return caller.send(
        caller
            .request(EVENTS + query)
            .timeout(Duration.ofMillis(1500))
            .header("Authorization", "Bearer " + token));
  }

  /** Everything that comes back on a plain socket until the server stops sending. */
  private String raw() throws IOException {
    try (Socket socket = rawRequest()) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Socket rawRequest() throws IOException {
    Socket socket = new Socket("127.0.0.1", sandbox.port());
    socket.setSoTimeout(10_000);
    String request =
        "GET " + EVENTS + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void should_answer_status_with_googles_document_when_asked(int status) {
    fault("\"fault\":\"status\",\"status\":" + status);

    Caller.Reply reply = events("");

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.reason()).isEqualTo(status == 429 ? "rateLimitExceeded" : "backendError");
    assertThat(reply.header("Retry-After")).isEmpty();
    assertThat(events("").status()).isEqualTo(200);
  }

  @Test
  void should_send_retry_after_when_the_rule_says_so() {
    fault("\"fault\":\"status\",\"status\":429,\"retryAfter\":\"7\"");

    assertThat(events("").header("Retry-After")).isEqualTo("7");
  }

  @Test
  void should_strike_so_often_after_so_many_when_rule_counts() {
    fault("\"fault\":\"status\",\"status\":500,\"skip\":1,\"times\":2");

    assertThat(new int[] {status(), status(), status(), status()})
        .containsExactly(200, 500, 500, 200);
    assertThat(caller.control("GET", "/faults", "").json().get("waiting")).isEmpty();
  }

  private int status() {
    return events("").status();
  }

  @Test
  void should_leave_other_paths_and_methods_alone_when_rule_names_them() {
    caller.control("POST", "/faults", "{\"path\":\"/*/calendar/v3/colors\",\"fault\":\"reset\"}");
    fault("\"fault\":\"reset\",\"method\":\"DELETE\"");

    assertThat(status()).isEqualTo(200);
    assertThat(caller.control("GET", "/faults", "").json().get("waiting")).hasSize(2);
    caller.control("DELETE", "/faults", "");
    assertThat(caller.control("GET", "/faults", "").json().get("waiting")).isEmpty();
  }

  @Test
  void should_refuse_rule_when_fault_is_unknown() {
    Caller.Reply reply = caller.control("POST", "/faults", "{\"fault\":\"earthquake\"}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("half-closed");
  }

  @Test
  void should_never_answer_when_hanging() {
    fault("\"fault\":\"hang\"");

    assertThatThrownBy(() -> events("")).hasRootCauseInstanceOf(HttpTimeoutException.class);
    assertThat(status()).isEqualTo(200);
  }

  @Test
  void should_do_the_work_and_never_answer_when_the_answer_is_withheld() {
    fault("\"fault\":\"withheld\",\"method\":\"POST\"");
    String event =
        "{\"summary\":\"Kept\",\"start\":{\"date\":\"2026-12-01\"},\"end\":{\"date\":\"2026-12-02\"}}";

    assertThatThrownBy(() -> post(event)).hasRootCauseInstanceOf(HttpTimeoutException.class);

    assertThat(events("?q=Kept").json().get("items")).hasSize(1);
  }

  private Caller.Reply post(String event) {
    return caller.send(
        caller
            .request(EVENTS)
            .timeout(Duration.ofMillis(1500))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(event)));
  }

  @Test
  void should_reset_the_connection_when_asked() throws IOException {
    fault("\"fault\":\"reset\"");

    try (Socket socket = rawRequest()) {
      assertThatThrownBy(() -> socket.getInputStream().readAllBytes())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
  }

  @Test
  void should_stop_sending_but_stay_connected_when_half_closed() throws IOException {
    fault("\"fault\":\"half-closed\"");

    try (Socket socket = rawRequest()) {
      InputStream in = socket.getInputStream();
      String got = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(got).startsWith("HTTP/1.1 200").contains("calendar#events").doesNotEndWith("]}");
      socket.getOutputStream().write('x');
      socket.getOutputStream().write('x');
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void should_send_the_whole_answer_slowly_when_dripping() throws IOException {
    fault("\"fault\":\"slow-drip\",\"bytes\":2000,\"millis\":5");
    long before = System.nanoTime();
    String slow = raw();

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(30));
    assertThat(slow).contains("\r\n\r\n{").endsWith("]}");
  }

  @Test
  void should_break_off_in_a_malformed_chunk_when_asked() throws IOException {
    fault("\"fault\":\"broken-chunk\"");
    assertThatThrownBy(() -> events("")).isInstanceOf(UncheckedIOException.class);

    fault("\"fault\":\"broken-chunk\"");
    assertThat(raw()).contains("Transfer-Encoding: chunked").contains("no chunk size");
  }

  @Test
  void should_answer_garbage_or_a_web_page_with_status_200_when_asked() {
    fault("\"fault\":\"garbage-json\"");
    fault("\"fault\":\"html-page\"");

    Caller.Reply garbage = events("");
    Caller.Reply page = events("");

    assertThat(garbage.status()).isEqualTo(200);
    assertThatThrownBy(() -> Json.MAPPER.readTree(garbage.body()))
        .isInstanceOf(JsonProcessingException.class);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
  }

  @Test
  void should_stream_as_much_as_asked_when_oversized() throws IOException {
    fault("\"fault\":\"oversized\"");
    long size = 0;
    try (Socket socket = rawRequest()) {
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[1 << 16];
      while (size < 100_000_000) {
        size += in.read(buffer);
      }
    }
    assertThat(size).isGreaterThanOrEqualTo(100_000_000);

    fault("\"fault\":\"oversized\",\"bytes\":200000");
    assertThat(events("").body()).hasSize(200_000);
  }

  @Test
  void should_repeat_a_page_once_when_duplicating() {
    JsonNode usual = events("?maxResults=5").json();
    fault("\"fault\":\"duplicate-page\"");

    JsonNode first = events("?maxResults=5").json();
    JsonNode again = events("?maxResults=5&pageToken=" + next(first)).json();

    assertThat(first.get("items")).isEqualTo(usual.get("items"));
    assertThat(again.get("items")).isEqualTo(usual.get("items"));
    assertThat(next(again)).isEqualTo(next(usual));
  }

  @Test
  void should_hand_out_the_same_token_again_when_looping() {
    fault("\"fault\":\"looping-page\",\"times\":3");

    String first = next(events("?maxResults=5").json());
    String second = next(events("?maxResults=5&pageToken=" + first).json());
    String third = next(events("?maxResults=5&pageToken=" + second).json());

    assertThat(first).isNotEmpty().isEqualTo(second).isEqualTo(third);
  }

  private static String next(JsonNode page) {
    return page.path("nextPageToken").asText();
  }

  @Test
  void should_redirect_to_another_host_when_asked() {
    fault("\"fault\":\"redirect\"");
    fault("\"fault\":\"redirect\",\"status\":307,\"location\":\"http://169.254.169.254/\"");

    assertThat(events("").header("Location")).isEqualTo("http://attacker.example/collect");
    Caller.Reply second = events("");
    assertThat(second.status()).isEqualTo(307);
    assertThat(second.header("Location")).isEqualTo("http://169.254.169.254/");
  }

  @Test
  void should_strike_the_token_endpoint_in_its_own_words_when_asked() {
    caller.control(
        "POST",
        "/faults",
        "{\"path\":\"/oauth2.googleapis.com/token\",\"fault\":\"status\",\"status\":503}");

    Caller.Reply reply = caller.form("/oauth2.googleapis.com/token", java.util.Map.of());

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.json().get("error").asText()).isEqualTo("internal_failure");
  }
}
