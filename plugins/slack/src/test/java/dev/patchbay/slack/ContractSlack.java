package dev.patchbay.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.egress.Egress;
import dev.patchbay.api.error.CursorExpired;
import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.webhook.Hmac;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.testkit.TestConnectionContext;
import dev.patchbay.testkit.TestEgress;
import dev.patchbay.testkit.contract.Delivery;
import dev.patchbay.testkit.contract.HttpService;
import dev.patchbay.testkit.contract.Said;
import dev.patchbay.testkit.contract.SimulatedActions;
import dev.patchbay.testkit.contract.SimulatedHooks;
import dev.patchbay.testkit.contract.SimulatedItems;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The sandbox's Slack as the contract needs it: every account is a workspace of its own. */
final class ContractSlack extends HttpService
    implements SimulatedItems, SimulatedActions, SimulatedHooks {

  private static final Map<String, String> FILE =
      Map.of("name", "a.txt", "contentType", "text/plain", "ref", "data:text/plain,Hello");

  private final Sandbox sandbox = Sandbox.start(null, 0);
  private final SlackControl control = new SlackControl(sandbox.port());
  private final Egress egress = TestEgress.to(sandbox.hosts());
  private final Map<String, String> tokens = new HashMap<>();
  private int events;

  @Override
  protected Egress http() {
    return egress;
  }

  @Override
  protected String refusal(String words) {
    return """
    {"ok":false,"error":"invalid_arguments","response_metadata":{"messages":["[ERROR] %s"]}}"""
        .formatted(words);
  }

  @Override
  protected Map<Said, Class<? extends IntegrationException>> failuresThatLookLikeSuccess() {
    return Map.of(
        Said.of(200, refusal("Something else")), Rejected.class,
        Said.of(200, error("invalid_auth")), ReauthorizationNeeded.class,
        Said.of(200, error("ratelimited")), RateLimited.class,
        Said.of(200, error("fatal_error")), Unavailable.class,
        Said.of(200, error("invalid_cursor")), CursorExpired.class,
        Said.of(200, "{}"), Unavailable.class);
  }

  private static String error(String code) {
    return "{\"ok\":false,\"error\":\"" + code + "\"}";
  }

  @Override
  public synchronized Auth auth(String account) {
    return Auth.token(Secret.of(tokens.computeIfAbsent(account, this::token)));
  }

  private String token(String account) {
    var team = team(account);
    if (control.items("teams").stream()
        .noneMatch(each -> each.text("id").orElseThrow().equals(team))) {
      var made = control.post("teams", Map.of("id", team, "name", account, "seed", false));
      var bot = made.text("botUser").orElseThrow();
      control.call("DELETE", "teams/" + team + "/users/" + bot, Map.of());
      control.post("teams/" + team + "/channels", Map.of("name", "general"));
    }
    return control
        .post("access-tokens", Map.of("account", team))
        .text("access_token")
        .orElseThrow();
  }

  @Override
  public synchronized void renew(String account) {
    control.post("access-tokens/expire", Map.of("account", team(account)));
    tokens.remove(account);
  }

  @Override
  public int moreThanAPage() {
    return 201;
  }

  @Override
  public String add(String account, int items) {
    auth(account);
    var last = "";
    for (int i = 0; i < items; i++) {
      var user =
          Map.<String, Object>of("name", "Person " + i, "email", i + "@" + account + ".test");
      last = control.post(users(account), user).text("id").orElseThrow();
    }
    return last;
  }

  @Override
  public List<String> addFull(String account) {
    var user = users(account) + "/" + add(account, 1);
    var profile =
        Map.of(
            "title", "the title",
            "phone", "the phone",
            "email", "the-address@example.org",
            "real_name", "The Full Name",
            "display_name", "the nickname",
            "first_name", "The Given",
            "last_name", "The Surname",
            "pronouns", "the pronouns",
            "image_512", "https://example.org/the-photo.png");
    control.call(
        "PATCH", user, Map.of("tz", "The/Zone", "locale", "the-locale", "profile", profile));
    var texts = new ArrayList<>(profile.values());
    texts.addAll(List.of("The/Zone", "the-locale"));
    return texts;
  }

  @Override
  public void remove(String account, String externalId) {
    control.call("PATCH", users(account) + "/" + externalId, Map.of("deleted", true));
  }

  @Override
  public void move(String account, String externalId) {
    throw new UnsupportedOperationException("A workspace has its people in one list");
  }

  @Override
  public void expireCursors() {
    throw new UnsupportedOperationException("A pass of Slack has no cursor to go on from");
  }

  @Override
  public Map<String, Object> input(String action) {
    auth("ada");
    var channel =
        control.items("teams/" + team("ada") + "/channels").get(0).text("id").orElseThrow();
    return action.equals("update-message")
        ? Map.of("messageId", sent(channel), "text", said(action), "markup", true)
        : Map.of(
            "to", List.of(channel),
            "text", said(action),
            "markup", true,
            "thread", sent(channel),
            "attachments", List.of(FILE));
  }

  private static String said(String action) {
    return "Said by " + action;
  }

  /** Something to answer and to change. */
  private String sent(String channel) {
    var message =
        control.api(
            "chat.postMessage",
            tokens.get("ada"),
            Map.of("channel", channel, "text", "Good morning"));
    return channel + "/" + message.text("ts").orElseThrow();
  }

  @Override
  public int effects(String account, String action) {
    return (int)
        control.items("teams/" + team(account) + "/messages").stream()
            .filter(message -> message.text("text").filter(said(action)::equals).isPresent())
            .count();
  }

  @Override
  public Secret signingSecret() {
    return Secret.of("8f742231b10e8888abcd99yyyzzz85a5");
  }

  @Override
  public Delivery deliver(String account) {
    var event =
        """
        {"type":"event_callback","team_id":"%s","event_id":"Ev%d",
         "event":{"type":"user_change","user":{"id":"%s"}}}"""
            .formatted(team(account), ++events, add(account, 1));
    var time = Long.toString(TestConnectionContext.NOW.getEpochSecond());
    var hash = Hmac.sha256(signingSecret()).of("v0:" + time + ":", event.getBytes(UTF_8));
    return new Delivery(
        "POST",
        URI.create("https://patchbay.example/api/hooks/slack/one"),
        Map.of(
            "X-Slack-Request-Timestamp",
            time,
            "X-Slack-Signature",
            "v0=" + HexFormat.of().formatHex(hash)),
        event,
        TestConnectionContext.NOW);
  }

  private static String users(String account) {
    return "teams/" + team(account) + "/users";
  }

  private static String team(String account) {
    return "T0" + account.toUpperCase(Locale.ROOT);
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
