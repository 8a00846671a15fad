package ${package};

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.egress.Egress;
import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.testkit.TestEgress;
import dev.patchbay.testkit.contract.HttpService;
import dev.patchbay.testkit.contract.Said;
import dev.patchbay.testkit.contract.SimulatedItems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The service as the contract needs it. Each box is a journal of what happened, a cursor is a place
 * in it and the generation of journals that it belongs to.
 */
final class SimulatedNotes extends HttpService implements SimulatedItems {

  private static final int PAGE = 3;
  private static final List<String> BOXES = List.of("inbox", "archive");

  private final HttpServer server;
  private final Map<String, String> keys = new HashMap<>();
  private final Map<String, List<Map<String, Object>>> journals = new HashMap<>();
  private int serial;
  private int generation = 1;

  SimulatedNotes() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  @Override
  protected Egress http() {
    var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return TestEgress.to(Map.of(NotesApi.HOST, base));
  }

  @Override
  protected String refusal(String words) {
    return "{\"error\":\"" + words + "\"}";
  }

  @Override
  protected Map<Said, Class<? extends IntegrationException>> failuresThatLookLikeSuccess() {
    return Map.of(Said.of(200, refusal("no room")), Rejected.class);
  }

  @Override
  public synchronized Auth auth(String account) {
    return Auth.token(Secret.of(keys.computeIfAbsent(account, name -> name + "-key-" + ++serial)));
  }

  @Override
  public synchronized void renew(String account) {
    keys.remove(account);
  }

  @Override
  public int moreThanAPage() {
    return 2 * PAGE + 1;
  }

  @Override
  public synchronized String add(String account, int items) {
    var id = "";
    for (int i = 0; i < items; i++) {
      id = add(account, "Milk", "Two bottles");
    }
    return id;
  }

  @Override
  public synchronized List<String> addFull(String account) {
    add(account, "a full title", "a full text");
    return List.of("a full title", "a full text");
  }

  @Override
  public synchronized void remove(String account, String externalId) {
    journal(account, "inbox").add(Map.of("id", externalId, "gone", true));
  }

  @Override
  public synchronized void move(String account, String externalId) {
    remove(account, externalId);
    journal(account, "archive").add(note(externalId, "Milk", "Two bottles"));
  }

  @Override
  public synchronized void expireCursors() {
    generation++;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private String add(String account, String title, String text) {
    var id = account + "-" + ++serial;
    journal(account, "inbox").add(note(id, title, text));
    return id;
  }

  private Map<String, Object> note(String id, String title, String text) {
    return Map.of("id", id, "version", "v" + ++serial, "title", title, "text", text);
  }

  private List<Map<String, Object>> journal(String account, String box) {
    return journals.computeIfAbsent(account + "/" + box, name -> new ArrayList<>());
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    var header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    var account =
        keys.entrySet().stream()
            .filter(each -> header.equals("Bearer " + each.getValue()))
            .map(Map.Entry::getKey)
            .findFirst();
    var path = exchange.getRequestURI().getPath().split("/", -1);
    if (account.isEmpty()) {
      send(exchange, 401, Map.of("error", "unknown key"));
    } else if (path[1].equals("me")) {
      send(exchange, 200, Map.of("id", account.get(), "name", account.get()));
    } else if (path.length == 2) {
      var boxes = BOXES.stream().map(id -> Map.of("id", id, "name", id)).toList();
      send(exchange, 200, Map.of("boxes", boxes));
    } else {
      notes(exchange, journal(account.get(), path[2]));
    }
  }

  private void notes(HttpExchange exchange, List<Map<String, Object>> journal) throws IOException {
    var cursor = exchange.getRequestURI().getQuery().substring("cursor=".length()).split("-", -1);
    if (cursor.length > 1 && Integer.parseInt(cursor[0]) != generation) {
      send(exchange, 410, Map.of("error", "this cursor is too old"));
      return;
    }
    int begin = cursor.length > 1 ? Integer.parseInt(cursor[1]) : 0;
    int end = Math.min(begin + PAGE, journal.size());
    send(
        exchange,
        200,
        Map.of(
            "notes", journal.subList(begin, end),
            "next", generation + "-" + end,
            "last", end == journal.size()));
  }

  private static void send(HttpExchange exchange, int status, Object json) throws IOException {
    var body = JSON.std.asBytes(json);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
