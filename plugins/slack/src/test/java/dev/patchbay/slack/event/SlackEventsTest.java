package dev.patchbay.slack.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.webhook.Hmac;
import dev.patchbay.api.webhook.Receipt;
import dev.patchbay.api.webhook.WebhookRequest;
import dev.patchbay.slack.Contracts;
import dev.patchbay.slack.web.SlackObject;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Slack sends on its own; the first vector is that of its documentation. */
class SlackEventsTest {

  private static final Secret SECRET = Secret.of("8f742231b10e8888abcd99yyyzzz85a5");
  private static final String TIMESTAMP = "1531420618";
  private static final Instant NOW = Instant.ofEpochSecond(1_531_420_618);
  private static final String COMMAND =
      "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
          + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
          + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
          + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
          + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
  private static final String SIGNATURE =
      "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

  @Test
  void should_accept_the_request_that_slack_documents() {
    assertThatCode(() -> new SlackSignature(SECRET).require(documented()))
        .doesNotThrowAnyException();
  }

  @Test
  void should_refuse_what_is_not_signed_by_slack() {
    var signature = new SlackSignature(SECRET);

    refuses(signature, request(COMMAND + "x", TIMESTAMP, SIGNATURE));
    refuses(signature, request(COMMAND, "1531420619", SIGNATURE));
    refuses(signature, request(COMMAND, TIMESTAMP, SIGNATURE.replace('a', 'b')));
    refuses(signature, request(COMMAND, TIMESTAMP, SIGNATURE.substring(3)));
    refuses(signature, request(COMMAND, TIMESTAMP, "v0="));
    refuses(signature, request(COMMAND, TIMESTAMP, ""));
    refuses(signature, request(COMMAND, "soon", SIGNATURE));
    refuses(signature, WebhookRequest.of("POST", address(), Map.of(), COMMAND.getBytes(UTF_8)));
    refuses(new SlackSignature(Secret.of("another")), documented());
  }

  @ParameterizedTest
  @CsvSource({"299, true", "300, true", "301, false", "-300, true", "-301, false", "86400, false"})
  void should_refuse_what_is_sent_again_later(long secondsLater, boolean accepted) {
    var later = documented().at(NOW.plusSeconds(secondsLater));

    if (accepted) {
      new SlackSignature(SECRET).require(later);
    } else {
      refuses(new SlackSignature(SECRET), later);
    }
  }

  @Test
  void should_answer_the_challenge_of_a_new_address() {
    var receipt =
        receive(
            """
            {"token":"Jhj5dZrVaK7ZwHHjRyZWjbDl","type":"url_verification",
             "challenge":"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"}""");

    assertThat(receipt.answer()).contains("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P");
  }

  @ParameterizedTest
  @CsvSource({
    "user_change, contact",
    "team_join, contact",
    "channel_rename, slack-channel",
    "channel_archive, slack-channel",
    "member_joined_channel, slack-channel"
  })
  void should_hint_at_the_type_that_changed(String event, String type) {
    var receipt = receive(callback(event, ""));

    assertThat(receipt.notifications())
        .singleElement()
        .satisfies(
            hint -> {
              assertThat(hint.id()).isEqualTo("Ev08MFMKH6");
              assertThat(hint.account()).isEqualTo("T061EG9R6");
              assertThat(hint.type()).contains(type);
            });
  }

  @Test
  void should_name_the_workspace_where_the_app_is_installed() {
    var receipt =
        receive(callback("channel_rename", ",\"authorizations\":[{\"team_id\":\"T0HERE0001\"}]"));

    assertThat(receipt.notifications().get(0).account()).isEqualTo("T0HERE0001");
  }

  @Test
  void should_look_at_once_when_the_app_was_removed() {
    assertThat(receive(callback("app_uninstalled", "")).notifications())
        .singleElement()
        .satisfies(hint -> assertThat(hint.type()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"message", "reaction_added", "something_new"})
  void should_acknowledge_everything_else(String event) {
    assertThat(receive(callback(event, "")).notifications()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "nothing",
        "{\"type\":\"event_callback\",\"event\":{\"type\":\"user_change\"}}",
        "{\"type\":\"url_verification\"}"
      })
  void should_refuse_what_cannot_be_understood(String body) {
    assertThatThrownBy(() -> receive(body)).isInstanceOf(Rejected.class);
  }

  @Test
  void should_know_the_events_by_their_official_names() {
    var younger =
        Set.of(
            "channel_id_changed",
            "channel_shared",
            "channel_unshared",
            "group_deleted",
            "user_profile_changed");
    Contracts.events()
        .ifPresent(
            description ->
                assertThat(SlackEvents.heard().filter(event -> !younger.contains(event)))
                    .allMatch(
                        event ->
                            description
                                .object("topics")
                                .json()
                                .containsKey(event.replace('_', '.'))));
  }

  @Test
  void should_acknowledge_the_official_examples() {
    Contracts.eventWrapper()
        .flatMap(wrapper -> wrapper.objects("examples"))
        .ifPresent(
            examples ->
                assertThat(examples)
                    .hasSizeGreaterThan(1)
                    .allSatisfy(
                        example ->
                            assertThat(receive(SlackObject.text(example.json())).notifications())
                                .isEmpty()));
  }

  @Test
  void should_check_the_signature_before_anything_is_read() {
    assertThatThrownBy(() -> new SlackEvents().receive(request("{}", TIMESTAMP, SIGNATURE), SECRET))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("signature");
  }

  private static Receipt receive(String body) {
    var hash = Hmac.sha256(SECRET).of("v0:" + TIMESTAMP + ":", body.getBytes(UTF_8));
    var signature = "v0=" + HexFormat.of().formatHex(hash);
    return new SlackEvents().receive(request(body, TIMESTAMP, signature), SECRET);
  }

  private static String callback(String event, String more) {
    return """
        {"token":"one-long-verification-token","team_id":"T061EG9R6","api_app_id":"A0PNCHHK2",
         "event":{"type":"%s"},"type":"event_callback","event_id":"Ev08MFMKH6",
         "event_time":1234567890%s}"""
        .formatted(event, more);
  }

  private static WebhookRequest documented() {
    return request(COMMAND, TIMESTAMP, SIGNATURE);
  }

  private static WebhookRequest request(String body, String timestamp, String signature) {
    var headers = new HashMap<String, List<String>>();
    headers.put("x-slack-request-timestamp", List.of(timestamp));
    headers.put("x-slack-signature", List.of(signature));
    return WebhookRequest.of("POST", address(), headers, body.getBytes(UTF_8)).at(NOW);
  }

  private static URI address() {
    return URI.create("https://patchbay.example/api/hooks/slack/one");
  }

  private static void refuses(SlackSignature signature, WebhookRequest request) {
    assertThatThrownBy(() -> signature.require(request)).isInstanceOf(Rejected.class);
  }
}
