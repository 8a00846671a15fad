package dev.patchbay.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.slack.web.SlackObject;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to a workspace. */
class MessagingTest {

  @AutoClose private final SimulatedSlack slack = SimulatedSlack.filled();

  @Test
  void should_post_to_a_channel_and_name_the_message() {
    var sales = slack.channelNamed("sales");

    var sent = slack.perform("send-message", Map.of("to", List.of(sales), "text", "A new lead"));

    assertThat(onlyMessage().text("text")).contains("A new lead");
    assertThat(sent)
        .containsEntry("channel", sales)
        .containsEntry("messageId", sales + "/" + onlyMessage().text("ts").orElseThrow());
  }

  @Test
  void should_carry_the_key_along_where_people_do_not_see_it() {
    send("#sales", "A new lead");

    assertThat(onlyMessage().object("metadata").object("event_payload").text("key"))
        .contains("act_0123456789");
  }

  @Test
  void should_write_to_a_person_by_their_email_address() {
    var sent = send("ADA@sandbox.example", "Hello");

    assertThat(sent.get("channel")).asString().startsWith("D");
    assertThat(send("ada@sandbox.example", "Again")).containsEntry("channel", sent.get("channel"));
    assertThat(slack.items("messages")).hasSize(2);
  }

  @Test
  void should_answer_a_message_in_its_thread() {
    var parent = send("#sales", "A new lead");

    slack.perform(
        "send-message",
        Map.of(
            "to",
            List.of(parent.get("channel")),
            "text",
            "I take it",
            "thread",
            parent.get("messageId")));

    assertThat(slack.items("messages"))
        .anyMatch(
            message ->
                message
                    .text("thread_ts")
                    .filter(((String) parent.get("messageId"))::endsWith)
                    .isPresent());
  }

  @Test
  void should_refuse_an_answer_in_another_channel_than_the_message() {
    var parent = send("#sales", "A new lead");

    assertThatThrownBy(
            () ->
                slack.perform(
                    "send-message",
                    Map.of(
                        "to",
                        List.of(slack.channelNamed("general")),
                        "text",
                        "x",
                        "thread",
                        parent.get("messageId"))))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("\"thread\"");
    assertThat(slack.items("messages")).hasSize(1);
  }

  @Test
  void should_change_a_message_that_was_sent() {
    var sent = send("#sales", "A new laed");

    slack.perform(
        "update-message", Map.of("messageId", sent.get("messageId"), "text", "A new lead"));

    assertThat(onlyMessage().text("text")).contains("A new lead");
  }

  @Test
  void should_alert_nobody_whom_the_text_does_not_mean_to() {
    send("#sales", "<!channel> & <@U012> said 1 < 2");
    assertThat(onlyMessage().text("text"))
        .contains("&lt;!channel&gt; &amp; &lt;@U012&gt; said 1 &lt; 2");

    slack.perform(
        "send-message", Map.of("to", List.of("#general"), "text", "Hi <@U012>", "markup", true));
    assertThat(slack.items("messages"))
        .anyMatch(message -> message.text("text").filter("Hi <@U012>"::equals).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"send-message", "upload-file"})
  void should_share_files_with_their_content_and_the_text(String action) {
    var sales = slack.channelNamed("sales");

    var sent =
        slack.perform(
            action,
            Map.of(
                "to",
                List.of(sales),
                "text",
                "The offer",
                "attachments",
                List.of(file("offer.txt", "Grüezi"), file("more.txt", "and more"))));

    assertThat((List<?>) sent.get("files")).hasSize(2);
    assertThat(onlyMessage().text("text")).contains("The offer");
    var files = onlyMessage().objects("files").orElseThrow();
    assertThat(files)
        .extracting(one -> one.text("name").orElseThrow())
        .containsExactly("offer.txt", "more.txt");
    assertThat(Base64.getDecoder().decode(files.get(0).text("content").orElseThrow()))
        .isEqualTo("Grüezi".getBytes(UTF_8));
  }

  @Test
  void should_send_the_token_to_no_address_for_files() {
    slack.perform(
        "upload-file",
        Map.of("to", List.of("jonas@sandbox.example"), "attachments", List.of(file("a", "b"))));

    assertThat(slack.egress().requests())
        .filteredOn(request -> request.uri().getHost().equals("files.slack.com"))
        .singleElement()
        .satisfies(request -> assertThat(request.headers().firstValue("Authorization")).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "channel_not_found, Rejected, to",
    "not_in_channel, Rejected, to",
    "is_archived, Rejected, to",
    "msg_too_long, Rejected, text",
    "something_new, Rejected, something_new",
    "invalid_auth, ReauthorizationNeeded, invalid_auth",
    "token_revoked, ReauthorizationNeeded, token_revoked",
    "token_expired, ReauthorizationNeeded, token_expired",
    "ratelimited, RateLimited, ratelimited",
    "rate_limited, RateLimited, rate_limited",
    "internal_error, Unavailable, internal_error",
    "fatal_error, Unavailable, fatal_error"
  })
  void should_tell_errors_that_come_with_a_good_status_apart(
      String code, String category, String named) {
    slack.refuse("chat.postMessage", code);

    assertThatThrownBy(() -> send("#sales", "Hello"))
        .isInstanceOf(IntegrationException.class)
        .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(category))
        .hasMessageContaining(code)
        .hasMessageContaining(named);
  }

  @Test
  void should_tell_what_slack_itself_refuses() {
    assertThatThrownBy(() -> send("C0NOSUCHCHANNEL", "x"))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("channel_not_found");
    assertThatThrownBy(() -> send("#random", "x")).hasMessageContaining("not_in_channel");
    assertThatThrownBy(() -> send("#old-project", "x")).hasMessageContaining("is_archived");
    assertThatThrownBy(() -> send("nobody@sandbox.example", "x"))
        .hasMessageContaining("users_not_found")
        .hasMessageContaining("e-mail address");
    assertThatThrownBy(() -> send("olga@sandbox.example", "x"))
        .as("a deactivated person")
        .hasMessageContaining("users_not_found");
    assertThat(slack.items("messages")).isEmpty();
  }

  @Test
  void should_say_what_did_nothing_and_keep_quiet_about_what_nobody_knows() {
    var told = new TellingContext(slack.context());

    slack.refuse("chat.postMessage", "token_expired");
    assertThatThrownBy(() -> told.send("#sales")).isInstanceOf(ReauthorizationNeeded.class);
    assertThat(told.saysNothingDone()).isTrue();
    slack.refuse("chat.postMessage", "ratelimited");
    assertThatThrownBy(() -> told.send("#sales")).isInstanceOf(RateLimited.class);
    assertThat(told.saysNothingDone()).isTrue();
    slack.refuseAfterwards("chat.postMessage", "fatal_error");
    assertThatThrownBy(() -> told.send("#sales")).isInstanceOf(Unavailable.class);
    assertThat(told.saysNothingDone()).as("it was posted").isFalse();
    slack.fault("chat.postMessage", Map.of("fault", "broken-chunk"));
    assertThatThrownBy(() -> told.send("#sales")).isInstanceOf(Unavailable.class);
    assertThat(told.saysNothingDone()).isFalse();
    slack.fault("conversations.open", Map.of("fault", "status", "status", 500));
    assertThatThrownBy(() -> told.send("ada@sandbox.example")).isInstanceOf(Unavailable.class);
    assertThat(told.saysNothingDone()).as("it was only prepared").isTrue();
  }

  @Test
  void should_refuse_what_is_wrong_before_anything_is_sent() {
    var good = Map.<String, Object>of("to", List.of("#sales"), "text", "x");

    refuses("\"to\"", with(good, "to", List.of("#sales", "#general")));
    refuses("\"to\"", with(good, "to", List.of("sales")));
    refuses("\"to\"", with(good, "to", List.of()));
    refuses("\"text\"", with(good, "text", " "));
    refuses("\"text\"", with(good, "text", "x".repeat(40_001)));
    refuses("\"text\"", with(good, "text", "&".repeat(9_000)));
    refuses("\"thread\"", with(good, "thread", "yesterday"));
    refuses("\"attachments\"", with(good, "attachments", List.of(file("empty", ""))));
    refuses("\"to\"", with(good, "attachments", List.of(file("a", "b"))));
    assertThatThrownBy(() -> slack.perform("upload-file", good))
        .hasMessageContaining("attachments");
    assertThatThrownBy(
            () -> slack.perform("update-message", Map.of("messageId", "1.2", "text", "x")))
        .hasMessageContaining("\"messageId\"");
    assertThat(slack.egress().requests()).isEmpty();
  }

  private void refuses(String property, Map<String, Object> input) {
    assertThatThrownBy(() -> slack.perform("send-message", input))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(property);
  }

  private static Map<String, Object> with(Map<String, Object> input, String name, Object value) {
    var changed = new HashMap<>(input);
    changed.put(name, value);
    return changed;
  }

  private Map<String, Object> send(String to, String text) {
    return slack.perform("send-message", Map.of("to", List.of(to), "text", text));
  }

  private SlackObject onlyMessage() {
    assertThat(slack.items("messages")).hasSize(1);
    return slack.items("messages").get(0);
  }

  private static Map<String, Object> file(String name, String content) {
    var data = Base64.getEncoder().encodeToString(content.getBytes(UTF_8));
    return Map.of("name", name, "contentType", "text/plain", "ref", "data:;base64," + data);
  }
}
