package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.item.ItemId;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Source;
import dev.patchbay.api.sync.Target;
import dev.patchbay.googlecalendar.GoogleCalendarPlugin;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.testkit.TestConnectionContext;
import dev.patchbay.testkit.TestEgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A calendar of the sandbox's Google, read and written by the real plugin over HTTP, and changed
 * behind its back by the control API as its owner would.
 */
final class SimulatedCalendar {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Sandbox SANDBOX = Sandbox.start(null, 0);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static int accounts;

  private final String account;
  private final List<String> calendars = new ArrayList<>();
  private final String token;
  private final McpClient client;

  private SimulatedCalendar(String account) {
    this.account = account;
    this.calendars.add(account);
    call("POST", "/google/accounts", Map.of("email", account, "seed", false));
    this.token =
        call(
                "POST",
                "/google/access-tokens",
                Map.of(
                    "account",
                    account,
                    "scope",
                    "openid email https://www.googleapis.com/auth/calendar"))
            .path("access_token")
            .asText();
    Auth auth = Auth.token(Secret.of(token));
    this.client =
        new GoogleCalendarPlugin()
            .open(TestConnectionContext.of(TestEgress.to(SANDBOX.hosts()), () -> auth));
  }

  /** A new, empty one; all are in one sandbox. */
  static synchronized SimulatedCalendar empty() {
    accounts++;
    return new SimulatedCalendar("user" + accounts + "@sandbox.example");
  }

  /** The same account with another calendar, to which events can be moved. */
  SimulatedCalendar withSecond() {
    String second = "second-" + account;
    call(
        "POST",
        "/google/accounts/" + account + "/calendars",
        Map.of("summary", "Second", "id", second));
    calendars.add(second);
    return this;
  }

  /** The account loses its access to the other calendar. */
  void loseSecond() {
    call("DELETE", "/google/accounts/" + account + "/calendars/" + calendars.get(1), Map.of());
  }

  /** The account has access to the other calendar again. */
  void findSecond() {
    calendars.remove(1);
    withSecond();
  }

  /** The owner moves an event to the other calendar. */
  void move(String id) {
    String from = calendarOf(id);
    String to = calendars.get(1 - calendars.indexOf(from));
    target().move(new ItemId(from, id), new CollectionId(to));
  }

  /** Where an event is that is not deleted. */
  String calendarOf(String id) {
    return calendars.stream()
        .filter(calendar -> calendars.size() == 1 || all(calendar).containsKey(id))
        .findFirst()
        .orElse(account);
  }

  Source source() {
    return client.sources().get(0);
  }

  Target target() {
    return client.targets().get(0);
  }

  void add(String id, String title) {
    put(
        id,
        Map.of(
            "summary",
            title,
            "start",
            Map.of("dateTime", "2026-12-01T12:00:00+01:00", "timeZone", "Europe/Zurich"),
            "end",
            Map.of("dateTime", "2026-12-01T13:00:00+01:00", "timeZone", "Europe/Zurich"),
            "attendees",
            new Object[] {Map.of("email", "guest@elsewhere.example")},
            "gadget",
            Map.of("display", "kept")));
  }

  void put(String id, Map<String, ?> event) {
    call("PUT", event(account, id), event);
  }

  void change(String id, Map<String, ?> members) {
    call("PATCH", event(calendarOf(id), id), members);
  }

  void delete(String id) {
    call("DELETE", event(calendarOf(id), id), Map.of());
  }

  JsonNode event(String id) {
    return call("GET", event(calendarOf(id), id), Map.of());
  }

  /** Those that are not deleted, by id. */
  Map<String, JsonNode> all() {
    Map<String, JsonNode> all = new TreeMap<>();
    calendars.forEach(calendar -> all.putAll(all(calendar)));
    return all;
  }

  private Map<String, JsonNode> all(String calendar) {
    Map<String, JsonNode> all = new TreeMap<>();
    call("GET", events(calendar, "?maxResults=2500"), Map.of())
        .path("items")
        .forEach(event -> all.put(event.path("id").asText(), event));
    return all;
  }

  /** The occurrences of a series that take place, as the service tells them. */
  JsonNode occurrences(String id) {
    URI api = SANDBOX.hosts().get("www.googleapis.com");
    String path =
        "/calendar/v3/calendars/%s/events/%s/instances?maxResults=50&timeMax=2027-03-01T00:00:00Z"
            .formatted(calendarOf(id), id);
    return exchange(
            HttpRequest.newBuilder(URI.create(api + path))
                .header("Authorization", "Bearer " + token)
                .build())
        .path("items");
  }

  /** Changes whenever anything in the calendar is written. */
  String state() {
    return calendars.stream()
        .map(calendar -> call("GET", events(calendar, "?maxResults=1"), Map.of()))
        .map(list -> list.path("etag").asText())
        .collect(Collectors.joining());
  }

  void expireSyncTokens() {
    calendars.forEach(
        calendar -> call("POST", "/google/sync-tokens/expire", Map.of("calendar", calendar)));
  }

  /** Has the next requests of this kind go wrong. */
  void strike(Map<String, ?> fault) {
    call("POST", "/faults", fault);
  }

  /** Returns how many had not gone wrong yet. */
  int forgetFaults() {
    int left = call("GET", "/faults", Map.of()).path("waiting").size();
    call("DELETE", "/faults", Map.of());
    return left;
  }

  /** How many mails its invitees got. */
  int notifications() {
    return mails().stream().mapToInt(mail -> mail.path("to").size()).sum();
  }

  /** What the mails to its invitees told, the oldest first. */
  List<String> told() {
    return mails().stream().map(mail -> mail.path("what").asText()).toList();
  }

  private List<JsonNode> mails() {
    List<JsonNode> mails = new ArrayList<>();
    call("GET", "/google/notifications", Map.of()).path("items").forEach(mails::add);
    mails.removeIf(mail -> !calendars.contains(mail.path("calendar").asText()));
    return mails;
  }

  private String event(String calendar, String id) {
    return events(calendar, "/" + id);
  }

  private String events(String calendar, String path) {
    return "/google/accounts/" + account + "/calendars/" + calendar + "/events" + path;
  }

  private static JsonNode call(String method, String path, Map<String, ?> body) {
    URI address = URI.create("http://127.0.0.1:" + SANDBOX.port() + "/control" + path);
    return exchange(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(text(body)))
            .build());
  }

  private static JsonNode exchange(HttpRequest request) {
    try {
      var answer = HTTP.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode())
          .as("%s %s: %s", request.method(), request.uri(), answer.body())
          .isBetween(200, 299);
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Map<String, ?> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
