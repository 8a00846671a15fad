package dev.patchbay.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.action.Action;
import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Source;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.slack.web.SlackObject;
import dev.patchbay.testkit.TestConnectionContext;
import dev.patchbay.testkit.TestEgress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The sandbox's Slack with one workspace of its own, seen by the plugin and by a test's hand. */
public final class SimulatedSlack implements AutoCloseable {

  public static final String TEAM = "T0TEST00001";

  private final Sandbox sandbox = Sandbox.start(null, 0);
  private final SlackControl control = new SlackControl(sandbox.port());
  private final TestEgress egress = TestEgress.to(sandbox.hosts());
  private String token;

  private SimulatedSlack(boolean filled) {
    control("POST", "teams", Map.of("id", TEAM, "name", "Comet", "seed", filled));
    renewToken();
  }

  /** A workspace with some people and channels. */
  public static SimulatedSlack filled() {
    return new SimulatedSlack(true);
  }

  /** A workspace with nobody but the app's bot. */
  public static SimulatedSlack empty() {
    return new SimulatedSlack(false);
  }

  public McpClient client() {
    return new SlackPlugin().open(context());
  }

  ConnectionContext context() {
    return TestConnectionContext.of(egress, auth());
  }

  private Supplier<Auth> auth() {
    return () -> Auth.token(Secret.of(token));
  }

  public TestEgress egress() {
    return egress;
  }

  /** Another token, with these scopes only. */
  void restrictTo(String scopes) {
    token = text(control("POST", "access-tokens", Map.of("account", TEAM, "scope", scopes)));
  }

  public void renewToken() {
    token = text(control("POST", "access-tokens", Map.of("account", TEAM)));
  }

  String token() {
    return token;
  }

  void useToken(String other) {
    token = other;
  }

  private static String text(SlackObject answer) {
    return answer.text("access_token").orElseThrow();
  }

  public Source source(String type) {
    return client().sources().stream()
        .filter(source -> source.type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  /** All that a pass brings. */
  public List<Change> pass(String type) {
    var changes = new ArrayList<Change>();
    var source = source(type);
    var workspace = source.collections(Cursor.start()).items().get(0).id();
    var page = source.read(workspace, Cursor.start());
    changes.addAll(page.items());
    while (!page.last()) {
      page = source.read(workspace, page.next().orElseThrow());
      changes.addAll(page.items());
    }
    assertThat(page.snapshot()).isTrue();
    return changes;
  }

  /** Does it as the host would: the input is checked, and the output written. */
  public Map<String, Object> perform(String action, Map<String, Object> input) {
    return client().actions().stream()
        .filter(each -> each.descriptor().name().equals(action))
        .findFirst()
        .map(each -> once(each, input))
        .orElseThrow();
  }

  private static <I, O> Map<String, Object> once(Action<I, O> action, Map<String, Object> input) {
    var descriptor = action.descriptor();
    var output =
        action.perform(descriptor.input().read(input), new IdempotencyKey("act_0123456789"));
    return descriptor.output().write(output);
  }

  String addUser(String name, String email) {
    return id(control("POST", "teams/" + TEAM + "/users", Map.of("name", name, "email", email)));
  }

  public String addChannel(String name) {
    return id(control("POST", "teams/" + TEAM + "/channels", Map.of("name", name)));
  }

  void changeUser(String id, Map<String, Object> changes) {
    control("PATCH", "teams/" + TEAM + "/users/" + id, changes);
  }

  void changeChannel(String id, Map<String, Object> changes) {
    control("PATCH", "teams/" + TEAM + "/channels/" + id, changes);
  }

  public void removeUser(String id) {
    control("DELETE", "teams/" + TEAM + "/users/" + id, Map.of());
  }

  String channelNamed(String name) {
    return items("channels").stream()
        .filter(channel -> channel.text("name").filter(name::equals).isPresent())
        .findFirst()
        .map(SimulatedSlack::id)
        .orElseThrow();
  }

  List<SlackObject> items(String kind) {
    return control("GET", "teams/" + TEAM + "/" + kind, Map.of()).objects("items").orElseThrow();
  }

  /** The next call of a method is answered with an error. */
  void refuse(String method, String error) {
    control("POST", "errors", Map.of("method", method, "error", error));
  }

  /** The same, after the method did its work. */
  void refuseAfterwards(String method, String error) {
    control("POST", "errors", Map.of("method", method, "error", error, "after", true));
  }

  /** Makes the next request of a method go wrong. */
  void fault(String method, Map<String, Object> fault) {
    var spec = new HashMap<>(fault);
    spec.put("path", "/slack.com/api/" + method);
    control.fault(spec);
  }

  static String id(SlackObject document) {
    return document.text("id").orElseThrow();
  }

  SlackObject control(String method, String path, Map<String, Object> body) {
    return control.call(method, path, body);
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
