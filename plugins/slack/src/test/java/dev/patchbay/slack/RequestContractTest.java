package dev.patchbay.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.slack.web.SlackObject;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * What the plugin sends, checked against the description that Slack published (and froze in 2021).
 */
class RequestContractTest {

  /** Methods that are younger than the description. */
  private static final Set<String> YOUNGER =
      Set.of("files.getUploadURLExternal", "files.completeUploadExternal");

  /** Arguments that are younger than the description. */
  private static final Map<String, Set<String>> YOUNGER_ARGUMENTS =
      Map.of("chat.postMessage", Set.of("metadata"));

  @AutoClose private final SimulatedSlack slack = SimulatedSlack.filled();

  @Test
  void should_ask_as_it_is_officially_described() {
    doEverything();
    Contracts.webApi().ifPresent(this::check);
  }

  private void check(SlackObject description) {
    var unknown = new TreeSet<String>();
    var asked = methods();
    for (var request : asked) {
      var method = method(request);
      var path = description.object("paths").object("/" + method);
      if (path.json().isEmpty()) {
        unknown.add(method);
      } else {
        check(method, path, request);
      }
    }
    assertThat(unknown).isEqualTo(new TreeSet<>(YOUNGER));
    assertThat(asked.stream().map(RequestContractTest::method))
        .contains("auth.test", "users.list", "conversations.list", "users.lookupByEmail")
        .contains("conversations.open", "chat.postMessage", "chat.update");
  }

  private static void check(String method, SlackObject path, HttpRequest request) {
    var verb = request.method().toLowerCase(Locale.ROOT);
    assertThat(path.json()).as("%s by %s", method, verb).containsKey(verb);
    var described =
        path.object(verb).objects("parameters").orElseThrow().stream()
            .map(parameter -> parameter.text("name").orElseThrow())
            .collect(Collectors.toCollection(TreeSet::new));
    described.addAll(YOUNGER_ARGUMENTS.getOrDefault(method, Set.of()));
    assertThat(described).as(method).containsAll(arguments(request));
    assertThat(arguments(request)).as(method).containsAll(required(path.object(verb)));
  }

  /** The description wants the token as an argument too; a header is what Slack recommends. */
  private static List<String> required(SlackObject operation) {
    return operation.objects("parameters").orElseThrow().stream()
        .filter(parameter -> parameter.yes("required"))
        .map(parameter -> parameter.text("name").orElseThrow())
        .filter(name -> !name.equals("token"))
        .toList();
  }

  private static List<String> arguments(HttpRequest request) {
    var text =
        request.method().equals("GET") ? request.uri().getRawQuery() : SentBody.text(request);
    return text == null
        ? List.of()
        : Arrays.stream(text.split("&"))
            .map(pair -> URLDecoder.decode(pair.split("=", 2)[0], UTF_8))
            .toList();
  }

  private List<HttpRequest> methods() {
    return slack.egress().requests().stream()
        .filter(request -> request.uri().getHost().equals("slack.com"))
        .toList();
  }

  private static String method(HttpRequest request) {
    return request.uri().getPath().substring("/api/".length());
  }

  private void doEverything() {
    slack.client().check();
    Stream.of("contact", "slack-channel").forEach(slack::pass);
    for (int i = 0; i < 200; i++) {
      slack.addChannel("channel-" + i);
    }
    slack.pass("slack-channel");
    var sent = send(Map.of("to", List.of("ada@sandbox.example"), "text", "Hello"));
    send(
        Map.of(
            "to", List.of(sent.get("channel")), "text", "Again", "thread", sent.get("messageId")));
    slack.perform("update-message", Map.of("messageId", sent.get("messageId"), "text", "Bye"));
    var data = "data:;base64," + Base64.getEncoder().encodeToString("x".getBytes(UTF_8));
    slack.perform(
        "upload-file",
        Map.of(
            "to",
            List.of(sent.get("channel")),
            "attachments",
            List.of(Map.of("name", "a.txt", "ref", data))));
  }

  private Map<String, Object> send(Map<String, Object> message) {
    return slack.perform("send-message", message);
  }
}
