package dev.patchbay.host.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.host.egress.Departures;
import dev.patchbay.host.egress.EgressGate;
import dev.patchbay.host.egress.HostMap;
import dev.patchbay.host.egress.OpenedHosts;
import dev.patchbay.host.egress.Origin;
import dev.patchbay.host.egress.OutboundProxy;
import dev.patchbay.host.egress.Sender;
import dev.patchbay.host.metrics.Metrics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Writes over the real way out: repeated only if the service cannot have acted on them. */
@Timeout(30)
class RepeatedWriteTest {

  private static final String HOST = "api.service.test";
  private static final int HANG_UP = -1;

  private final CallThreads threads = new CallThreads(Executors.defaultThreadFactory(), 4);
  private final Departures departures = new Departures();
  private final Deque<Integer> answers = new ArrayDeque<>();
  private HttpServer server;
  private EgressGate gate;
  private int requests;
  private int attempts;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests++;
          int status = answers.remove();
          if (status != HANG_UP) {
            exchange.sendResponseHeaders(status, -1);
          }
          exchange.close();
        });
    server.start();
    gate = gateTo(server.getAddress().getPort());
  }

  private static EgressGate gateTo(int port) {
    return new EgressGate(
        HostMap.parse(HOST + "=http://127.0.0.1:" + port),
        OpenedHosts.none(),
        OutboundProxy.none(),
        exchange -> {});
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.close();
  }

  @Test
  void should_repeat_the_write_when_no_connection_could_be_made() throws IOException {
    try (var unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      gate = gateTo(unused.getLocalPort());
    }

    assertThatThrownBy(() -> write(this::post)).isInstanceOf(Unavailable.class);
    assertThat(attempts).isEqualTo(4);
  }

  @Test
  void should_not_repeat_the_write_when_the_service_broke_down_over_it() {
    answers.add(503);

    assertThatThrownBy(() -> write(this::post)).isInstanceOf(Unavailable.class);
    assertThat(requests).isEqualTo(1);
  }

  @Test
  void should_not_repeat_the_write_when_the_service_hung_up_without_an_answer() {
    answers.add(HANG_UP);

    assertThatThrownBy(() -> write(this::post)).isInstanceOf(Unavailable.class);
    assertThat(requests).isEqualTo(1);
  }

  @Test
  void should_repeat_the_write_when_the_service_turned_it_away() {
    answers.addAll(List.of(429, 201));

    assertThat(write(this::post)).isEqualTo("done");
    assertThat(requests).isEqualTo(2);
  }

  @Test
  void should_not_repeat_the_write_when_the_half_of_it_was_done() {
    answers.addAll(List.of(201, 429));

    assertThatThrownBy(
            () ->
                write(
                    client -> {
                      post(client);
                      return post(client);
                    }))
        .isInstanceOf(RateLimited.class);
    assertThat(requests).isEqualTo(2);
  }

  @Test
  void should_repeat_the_write_when_it_had_only_looked_before_it_was_turned_away() {
    answers.addAll(List.of(200, 429, 200, 201));

    assertThat(
            write(
                client -> {
                  send(request().GET());
                  return post(client);
                }))
        .isEqualTo("done");
    assertThat(requests).isEqualTo(4);
  }

  @Test
  void should_repeat_a_read_when_the_service_broke_down_over_it() {
    answers.addAll(List.of(503, 201));

    assertThat(calls().read("look", this::post)).isEqualTo("done");
  }

  private String write(Function<McpClient, String> work) {
    return calls().write("create event", work);
  }

  private ConnectionCalls calls() {
    var pluginCalls =
        new PluginCalls(
            threads,
            new ConnectionGuards(Clock.systemUTC(), Duration.ofMinutes(1), Duration.ofMinutes(15)),
            new Patience(RetryPolicy.usual(), () -> 0, time -> {}),
            new Metrics(),
            Duration.ofSeconds(20));
    return pluginCalls.on(
        SamplePlugin.ready("sample"), SamplePlugin.connection("con_1"), departures);
  }

  private String post(McpClient client) {
    attempts++;
    return send(request().POST(BodyPublishers.ofString("{}")));
  }

  private String send(HttpRequest.Builder request) {
    var origin = new Origin("ten_1", "", "cal_1", departures);
    int status =
        gate.http(Sender.plugin("sample", List.of(HOST)).from(origin))
            .send(request.build())
            .statusCode();
    return switch (status) {
      case 429 -> throw new RateLimited("slow down");
      case 503 -> throw new Unavailable("down");
      default -> "done";
    };
  }

  private static HttpRequest.Builder request() {
    return HttpRequest.newBuilder(URI.create("https://" + HOST + "/events"));
  }
}
