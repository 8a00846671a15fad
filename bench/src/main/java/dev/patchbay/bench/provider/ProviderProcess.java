package dev.patchbay.bench.provider;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.patchbay.sandbox.Sandbox;
import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.Optional;

/**
 * The provider in a process of its own: the sign-in of the simulated Google, and beside it a
 * calendar that costs next to nothing to read.
 *
 * <p>Prints the two ports and the integration that its sign-in knows, and ends when its standard
 * input does.
 */
public final class ProviderProcess {
  private static final String LISTS = "/www.googleapis.com/calendar/v3/users/me/calendarList";
  private static final String EVENTS = "/www.googleapis.com/calendar/v3/calendars/";
  private static final String CALENDAR_LIST =
      """
      {"kind":"calendar#calendarList","items":[{"kind":"calendar#calendarListEntry","id":"%s",\
      "summary":"Bench","timeZone":"Europe/Zurich","accessRole":"owner","primary":true}]}""";

  private static final String TROUBLE = "trouble";
  private static final String DONE = "{}";

  private final SignIn signIn;
  private final FailingCalendar failing = new FailingCalendar();
  private volatile Calendar calendar = Calendar.of(0, 1);

  private ProviderProcess(SignIn signIn) {
    this.signIn = signIn;
  }

  /** Runs until standard input ends. */
  public static void main(String[] arguments) throws Exception {
    try (Sandbox signIn = Sandbox.start(null, 0)) {
      Undertow server =
          Undertow.builder()
              .addHttpListener(0, "127.0.0.1")
              .setHandler(new ProviderProcess(new SignIn(signIn.port()))::answer)
              .build();
      server.start();
      System.out.println(signIn.port() + " " + port(server));
      System.out.println(new JsonMapper().writeValueAsString(signIn.integrations().get(0)));
      System.in.transferTo(OutputStream.nullOutputStream());
      server.stop();
    }
  }

  private static int port(Undertow server) {
    return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }

  private void answer(HttpServerExchange exchange) throws Exception {
    String path = exchange.getRequestPath();
    if (path.equals(LISTS)) {
      exchange.dispatch(new BlockingHandler(this::list));
    } else if (path.startsWith(EVENTS + TROUBLE)) {
      exchange.dispatch(new BlockingHandler(failing::answer));
    } else if (path.equals("/control/trouble")) {
      send(exchange, "{\"troubles\":%d}".formatted(failing.troubles()));
    } else if (path.startsWith(EVENTS)) {
      send(exchange, events(exchange));
    } else if (path.equals("/control/calendar")) {
      calendar = Calendar.of(number(exchange, "events"), number(exchange, "page"));
      send(exchange, DONE);
    } else if (path.equals("/control/change")) {
      calendar.change(number(exchange, "events"));
      send(exchange, DONE);
    } else {
      exchange.setStatusCode(404).endExchange();
    }
  }

  private void list(HttpServerExchange exchange) throws IOException {
    String account = signIn.accountOf(exchange.getRequestHeaders().getFirst("Authorization"));
    String calendar = account.startsWith(Provider.IN_TROUBLE) ? TROUBLE : "bench";
    send(exchange, CALENDAR_LIST.formatted(calendar));
  }

  private ByteBuffer events(HttpServerExchange exchange) {
    int page = query(exchange, "pageToken").map(Integer::parseInt).orElse(0);
    return query(exchange, "syncToken")
        .map(token -> calendar.changes(token, page))
        .orElseGet(() -> calendar.page(page));
  }

  private static void send(HttpServerExchange exchange, String body) {
    send(exchange, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static void send(HttpServerExchange exchange, ByteBuffer body) {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json; charset=UTF-8");
    exchange.getResponseSender().send(body);
  }

  private static int number(HttpServerExchange exchange, String name) {
    return Integer.parseInt(query(exchange, name).orElseThrow());
  }

  private static Optional<String> query(HttpServerExchange exchange, String name) {
    return Optional.ofNullable(exchange.getQueryParameters().get(name)).map(Deque::peekFirst);
  }
}
