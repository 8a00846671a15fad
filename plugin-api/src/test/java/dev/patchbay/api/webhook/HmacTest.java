package dev.patchbay.api.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.setting.Secret;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Against what the services published themselves. */
class HmacTest {

  private static final Secret SLACK = Secret.of("8f742231b10e8888abcd99yyyzzz85a5");
  private static final String SLACK_BODY =
      "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
          + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
          + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
          + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
          + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
  private static final String SLACK_SIGNATURE =
      "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

  @Test
  void should_match_what_slack_published() {
    assertThat(
            Hmac.sha256(SLACK)
                .matchesHex(SLACK_SIGNATURE, "v0:1531420618:", SLACK_BODY.getBytes(UTF_8)))
        .isTrue();
  }

  @Test
  void should_match_what_github_published_for_the_scheme_of_meta() {
    var signature = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    assertThat(
            Hmac.sha256(Secret.of("It's a Secret to Everybody"))
                .matchesHex(signature, "", "Hello, World!".getBytes(UTF_8)))
        .isTrue();
  }

  @Test
  void should_match_what_twilio_published() {
    var signed =
        "https://mycompany.com/myapp.php?foo=1&bar=2CallSidCA1234567890ABCDECaller+14158675309"
            + "Digits1234From+14158675309To+18005551212";

    assertThat(
            Hmac.sha1(Secret.of("12345"))
                .matchesBase64("RSOYDt4T1cUTdK1PDd93/VVr8B8=", signed, new byte[0]))
        .isTrue();
  }

  @Test
  void should_match_what_standard_webhooks_published_when_the_key_is_no_text() {
    var key = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    assertThat(
            Hmac.sha256(key)
                .matchesBase64(
                    "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                    "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.",
                    "{\"test\": 2432232314}".getBytes(UTF_8)))
        .isTrue();
  }

  @Test
  void should_not_match_when_anything_differs() {
    var hmac = Hmac.sha256(SLACK);
    var body = SLACK_BODY.getBytes(UTF_8);

    assertThat(hmac.matchesHex(SLACK_SIGNATURE, "v0:1531420619:", body)).isFalse();
    assertThat(hmac.matchesHex(SLACK_SIGNATURE, "v0:1531420618:", new byte[0])).isFalse();
    assertThat(hmac.matchesHex(SLACK_SIGNATURE.substring(2), "v0:1531420618:", body)).isFalse();
    assertThat(hmac.matchesHex("", "v0:1531420618:", body)).isFalse();
    assertThat(hmac.matchesHex("no signature", "v0:1531420618:", body)).isFalse();
    assertThat(hmac.matchesBase64("%", "", body)).isFalse();
    assertThat(
            Hmac.sha256(Secret.of("another")).matchesHex(SLACK_SIGNATURE, "v0:1531420618:", body))
        .isFalse();
  }

  @Test
  void should_refuse_to_sign_when_there_is_no_key() {
    assertThatThrownBy(() -> Hmac.sha256(Secret.of("")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void should_not_show_its_key() {
    assertThat(Hmac.sha256(SLACK)).hasToString("Hmac[HmacSHA256]");
  }
}
