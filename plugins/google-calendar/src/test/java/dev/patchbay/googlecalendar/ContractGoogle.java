package dev.patchbay.googlecalendar;

import static dev.patchbay.googlecalendar.GoogleControl.events;

import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.egress.Egress;
import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.item.Item;
import dev.patchbay.api.item.Patch;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.googlecalendar.event.EventMapping;
import dev.patchbay.googlecalendar.json.Json;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.testkit.TestEgress;
import dev.patchbay.testkit.contract.Delivery;
import dev.patchbay.testkit.contract.HttpService;
import dev.patchbay.testkit.contract.Said;
import dev.patchbay.testkit.contract.SimulatedHooks;
import dev.patchbay.testkit.contract.SimulatedSubscriptions;
import dev.patchbay.testkit.contract.SimulatedWrites;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The sandbox's Google as the contract needs it: every account has a second calendar. */
final class ContractGoogle extends HttpService
    implements SimulatedWrites, SimulatedHooks, SimulatedSubscriptions {

  private static final String SECOND = "team@group.calendar.contract.example";
  private static final int LARGEST_PAGE = 2500;
  private static final String HOLLOW =
      """
      {"summary":"Lunch","start":{"date":"2026-11-23"},"end":{"date":"2026-11-24"}}""";

  static {
    Logger.getLogger("").setLevel(Level.WARNING);
  }

  private final Sandbox sandbox = Sandbox.start(null, 0);
  private final GoogleControl control = new GoogleControl(sandbox.port());
  private final Egress egress = TestEgress.to(sandbox.hosts());
  private final Map<String, Auth> tokens = new HashMap<>();
  private final Messages messages = new Messages();
  private boolean told;

  @Override
  protected Egress http() {
    return egress;
  }

  @Override
  protected String refusal(String words) {
    return """
    {"error":{"code":400,"message":"%s","errors":[{"domain":"global","reason":"badRequest"}]}}"""
        .formatted(words);
  }

  @Override
  protected Map<Said, Class<? extends IntegrationException>> failuresThatLookLikeSuccess() {
    return Map.of(Said.of(200, refusal("Something else")), Unavailable.class);
  }

  @Override
  public synchronized Auth auth(String account) {
    var email = email(account);
    if (!tokens.containsKey(email)) {
      enter(email);
      tokens.put(email, control.token(email, SimulatedGoogle.SCOPES));
    }
    return tokens.get(email);
  }

  private void enter(String email) {
    var known = control.items("google/accounts");
    if (known.stream().noneMatch(each -> email.equals(each.get("email")))) {
      control.post("google/accounts", Map.of("email", email, "name", email, "seed", false));
      control.post(
          "google/accounts/" + email + "/calendars",
          Map.of("id", second(email), "summary", "Team"));
    }
  }

  @Override
  public synchronized void renew(String account) {
    control.post("google/access-tokens/expire", Map.of("account", email(account)));
    tokens.remove(email(account));
  }

  @Override
  public int moreThanAPage() {
    return LARGEST_PAGE + 1;
  }

  @Override
  public String add(String account, int items) {
    var email = email(account);
    auth(account);
    if (items > 1) {
      control.post(events(email, email, "/generate"), Map.of("count", items - 1));
    }
    return control.add(email, email, HOLLOW);
  }

  @Override
  public List<String> addFull(String account) {
    auth(account);
    control.add(email(account), email(account), FullEvent.JSON);
    return FullEvent.texts();
  }

  @Override
  public void remove(String account, String externalId) {
    control.call("DELETE", events(email(account), email(account), "/" + externalId), new byte[0]);
  }

  /** As a person would, since only Google's own API can. */
  @Override
  public void move(String account, String externalId) {
    var email = email(account);
    var address =
        "https://www.googleapis.com/calendar/v3/calendars/%s/events/%s/move?destination=%s"
            .formatted(email, externalId, second(email));
    var answer =
        egress.send(
            HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + auth(account).token().reveal())
                .POST(BodyPublishers.noBody())
                .build());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("The sandbox moves nothing: HTTP " + answer.statusCode());
    }
  }

  @Override
  public void expireCursors() {
    control.post("google/sync-tokens/expire", Map.of());
  }

  @Override
  public Item item() {
    return EventMapping.toItem(Json.object(FullEvent.WRITABLE.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public Patch edit() {
    return Patch.of(Map.of("title", "Late lunch"));
  }

  @Override
  public Secret signingSecret() {
    return Messages.SECRET;
  }

  @Override
  public Delivery deliver(String account) {
    if (!told) {
      messages.open(egress, email(account), auth(account));
      told = true;
    }
    add(account, 1);
    return messages.next();
  }

  @Override
  public URI address(String name) {
    return messages.address(name);
  }

  @Override
  public Delivery next(URI address) {
    return messages.next(address);
  }

  @Override
  public boolean isSilent(URI address) {
    return messages.isSilent(address);
  }

  @Override
  public void close() {
    messages.close();
    sandbox.close();
  }

  private static String email(String account) {
    return account + "@contract.example";
  }

  private static String second(String email) {
    return email.replaceFirst("@.*", "-") + SECOND;
  }
}
