package dev.patchbay.api.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.Rejected;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookRequestTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final WebhookRequest request =
      WebhookRequest.of(
              "post",
              URI.create("https://crm.example/api/hooks/slack/t0ken"),
              Map.of("x-slack-signature", List.of("v0=1")),
              "the body".getBytes(UTF_8))
          .at(NOW);

  @Test
  void should_be_fresh_when_it_was_signed_within_the_window_either_way() {
    assertThatCode(() -> request.requireFresh(NOW.minus(WINDOW), WINDOW))
        .doesNotThrowAnyException();
    assertThatCode(() -> request.requireFresh(NOW.plus(WINDOW), WINDOW)).doesNotThrowAnyException();
  }

  @Test
  void should_be_refused_when_it_was_signed_longer_ago_or_in_the_future() {
    assertThatThrownBy(() -> request.requireFresh(NOW.minus(WINDOW).minusMillis(1), WINDOW))
        .isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> request.requireFresh(NOW.plus(WINDOW).plusMillis(1), WINDOW))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void should_find_a_header_in_any_case() {
    assertThat(request.header("X-Slack-Signature")).contains("v0=1");
  }

  @Test
  void should_show_neither_its_address_nor_what_it_carries() {
    assertThat(request).hasToString("WebhookRequest[POST, 8 bytes]");
  }
}
