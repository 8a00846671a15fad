package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** The simulated services from outside: what a person does there, and what tests may arrange. */
public final class SandboxClient {
  private final URI sandbox;

  SandboxClient(URI sandbox) {
    this.sandbox = sandbox;
  }

  /** Opens the link of a connect session in a browser of its own, and consents as this account. */
  public void consent(String connectUrl, String account) {
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    URI authorize = redirect(browser, URI.create(connectUrl));
    JsonNode answer =
        control(
            "POST",
            "/control/" + provider(authorize) + "/authorizations",
            Map.of("url", authorize.toString(), "account", account));
    redirect(browser, URI.create(answer.path("redirect").textValue()));
  }

  private static String provider(URI authorize) {
    return authorize.getPath().startsWith("/slack.com/") ? "slack" : "google";
  }

  /** A workspace of the simulated Slack with some people and channels. */
  void addWorkspace(String team) {
    control("POST", "/control/slack/teams", Map.of("id", team, "name", team));
  }

  /** What there is of a kind ({@code users}, {@code channels}, {@code messages}) in a workspace. */
  JsonNode inWorkspace(String team, String kind) {
    return control("GET", "/control/slack/teams/" + team + "/" + kind, Map.of()).path("items");
  }

  /** Changes a person or a channel of a workspace, as its admins would. */
  void changeInWorkspace(String team, String kind, String id, Map<String, Object> changes) {
    control("PATCH", "/control/slack/teams/" + team + "/" + kind + "/" + id, changes);
  }

  /** Tells the simulated Slack how to be from now on. */
  void setUpSlack(String method, String what, Map<String, Object> how) {
    control(method, "/control/slack/" + what, how);
  }

  /** Makes an account of one empty calendar, whose id is the account's address. */
  public void addAccount(String email) {
    control("POST", "/control/google/accounts", Map.of("email", email, "seed", false));
  }

  /** Fills the account's own calendar with events that differ in all but their shape. */
  public void generateEvents(String account, int count) {
    control("POST", events(account) + "/generate", Map.of("count", count));
  }

  /** Adds an event to the account's own calendar or changes it there, as its owner would. */
  public void putEvent(String account, String id, Map<String, Object> event) {
    control("PUT", events(account) + "/" + id, event);
  }

  /** An event of the account's own calendar, as its owner sees it. */
  JsonNode event(String account, String id) {
    return control("GET", events(account) + "/" + id, Map.of());
  }

  /** All events of the account's own calendar that are not deleted. */
  JsonNode events(String account, int most) {
    return control("GET", events(account) + "?maxResults=" + most, Map.of()).path("items");
  }

  /** How many mails the service sent to invitees. */
  int notifications() {
    return told().path("count").asInt();
  }

  private JsonNode told() {
    return control("GET", "/control/google/notifications", Map.of());
  }

  /** How many it sent of events of one calendar, lately. */
  long notifications(String calendar) {
    return told().path("items").findValuesAsText("calendar").stream()
        .filter(calendar::equals)
        .count();
  }

  /** The channels that are open, and the messages that were sent over them, the newest first. */
  JsonNode channels() {
    return control("GET", "/control/google/channels", Map.of());
  }

  /** Decides how messages are delivered, and how long channels live. */
  void channels(Map<String, Object> wish) {
    control("PUT", "/control/google/channels", wish);
  }

  /** The mails that the simulated mail server has taken, the newest first. */
  JsonNode mails() {
    return control("GET", "/control/smtp/mails", Map.of()).path("items");
  }

  /** All of one of those mails. */
  JsonNode mail(long number) {
    return control("GET", "/control/smtp/mails/" + number, Map.of());
  }

  /** Gives the account another calendar, to which events can be moved. */
  void addCalendar(String account, String id) {
    control("POST", calendars(account), Map.of("summary", "Second", "id", id));
  }

  /** Changes some properties of an event, as its owner would. */
  void changeEvent(String account, String id, Map<String, Object> changes) {
    control("PATCH", events(account) + "/" + id, changes);
  }

  void deleteEvent(String account, String id) {
    control("DELETE", events(account) + "/" + id, Map.of());
  }

  /** Moves an event of the account's own calendar to another, with the service's own call. */
  void moveEvent(String account, String id, String calendar) {
    String token =
        control("POST", "/control/google/access-tokens", Map.of("account", account))
            .path("access_token")
            .textValue();
    String path =
        "/www.googleapis.com/calendar/v3/calendars/%s/events/%s/move?destination=%s"
            .formatted(encoded(account), id, encoded(calendar));
    HttpResponse<String> moved =
        send(
            HttpClient.newHttpClient(),
            HttpRequest.newBuilder(sandbox.resolve(path))
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody())
                .build());
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
  }

  /** All events of a calendar that are not deleted, and under {@code etag} its state. */
  JsonNode calendar(String account, String calendar) {
    return control(
        "GET", calendars(account) + "/" + encoded(calendar) + "/events?maxResults=10000", Map.of());
  }

  /**
   * Queues a fault for the requests that it names.
   *
   * @return its id
   */
  public String strike(Map<String, Object> fault) {
    return control("POST", "/control/faults", fault).path("id").textValue();
  }

  /** Whether a fault has not struck yet. */
  boolean isWaiting(String fault) {
    for (JsonNode each : control("GET", "/control/faults", Map.of()).path("waiting")) {
      if (each.path("id").textValue().equals(fault)) {
        return true;
      }
    }
    return false;
  }

  /** How many faults have not struck yet. */
  public int waitingFaults() {
    return control("GET", "/control/faults", Map.of()).path("waiting").size();
  }

  public void expireAccessTokens(String account) {
    control("POST", "/control/google/access-tokens/expire", Map.of("account", account));
  }

  public void expireSyncTokens(String calendar) {
    control("POST", "/control/google/sync-tokens/expire", Map.of("calendar", calendar));
  }

  /** Takes back every consent, as a person does in the account's settings. */
  public void revokeGrants(String account) {
    control("POST", "/control/google/grants/revoke", Map.of("account", account));
  }

  private static String events(String account) {
    return calendars(account) + "/" + encoded(account) + "/events";
  }

  private static String calendars(String account) {
    return "/control/google/accounts/" + encoded(account) + "/calendars";
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  private JsonNode control(String method, String path, Object body) {
    HttpRequest request =
        HttpRequest.newBuilder(sandbox.resolve(path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(RestClient.write(body)))
            .timeout(Duration.ofMinutes(2))
            .build();
    HttpResponse<String> response = send(HttpClient.newHttpClient(), request);
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    return RestClient.parse(response.body());
  }

  private static URI redirect(HttpClient browser, URI address) {
    HttpResponse<String> response = send(browser, HttpRequest.newBuilder(address).build());
    assertThat(response.statusCode()).as("%s: %s", address, response.body()).isEqualTo(303);
    return address.resolve(response.headers().firstValue("Location").orElseThrow());
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
