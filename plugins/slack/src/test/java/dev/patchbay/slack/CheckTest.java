package dev.patchbay.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CheckTest {

  @AutoClose private final SimulatedSlack slack = SimulatedSlack.filled();

  @Test
  void should_know_the_workspace_and_what_the_token_may_do() {
    slack.restrictTo("users:read,chat:write");

    var account = slack.client().check();

    assertThat(account.id()).isEqualTo(SimulatedSlack.TEAM);
    assertThat(account.displayName()).isEqualTo("Comet");
    assertThat(account.scopes()).containsExactlyInAnyOrder("users:read", "chat:write");
  }

  @Test
  void should_want_a_new_sign_in_when_the_token_is_unknown_revoked_or_expired() {
    var good = slack.token();
    slack.useToken("no-token-of-ours");
    assertThatThrownBy(() -> slack.client().check())
        .isInstanceOf(ReauthorizationNeeded.class)
        .hasMessageContaining("invalid_auth")
        .hasMessageNotContaining("no-token-of-ours");

    slack.useToken(good);
    slack.control("POST", "access-tokens/expire", Map.of("account", SimulatedSlack.TEAM));
    assertThatThrownBy(() -> slack.client().check())
        .isInstanceOf(ReauthorizationNeeded.class)
        .hasMessageContaining("token_expired");

    slack.control("POST", "grants/revoke", Map.of("account", SimulatedSlack.TEAM));
    assertThatThrownBy(() -> slack.client().check())
        .isInstanceOf(ReauthorizationNeeded.class)
        .hasMessageContaining("token_revoked");
  }

  @Test
  void should_tell_each_way_of_failing_apart() {
    slack.refuse("auth.test", "fatal_error");
    assertThatThrownBy(() -> slack.client().check())
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("fatal_error");
    slack.refuse("auth.test", "access_denied");
    assertThatThrownBy(() -> slack.client().check())
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("access_denied");
    slack.fault("auth.test", Map.of("fault", "status", "status", 502));
    assertThatThrownBy(() -> slack.client().check()).isInstanceOf(Unavailable.class);
    slack.fault("auth.test", Map.of("fault", "html-page"));
    assertThatThrownBy(() -> slack.client().check()).isInstanceOf(Unavailable.class);
    slack.fault("auth.test", Map.of("fault", "garbage-json"));
    assertThatThrownBy(() -> slack.client().check()).isInstanceOf(Unavailable.class);
    slack.fault("auth.test", Map.of("fault", "broken-chunk"));
    assertThatThrownBy(() -> slack.client().check()).isInstanceOf(Unavailable.class);
    slack.fault("auth.test", Map.of("fault", "status", "status", 401));
    assertThatThrownBy(() -> slack.client().check()).isInstanceOf(ReauthorizationNeeded.class);
    slack.fault("auth.test", Map.of("fault", "oversized", "bytes", 20_000_000));
    assertThatThrownBy(() -> slack.client().check())
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("larger than");
  }

  @Test
  void should_not_repeat_a_token_that_slack_repeats() {
    slack.refuse("auth.test", "no_use_for_" + slack.token());

    assertThatThrownBy(() -> slack.client().check())
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("no_use_for_***")
        .hasMessageNotContaining(slack.token());
  }

  @Test
  void should_wait_as_long_as_slack_asks_for_the_one_method_that_is_limited() {
    slack.fault("auth.test", Map.of("fault", "status", "status", 429, "retryAfter", "30"));

    assertThatThrownBy(() -> slack.client().check())
        .asInstanceOf(InstanceOfAssertFactories.type(RateLimited.class))
        .satisfies(
            limit -> {
              assertThat(limit.retryAfter()).contains(Duration.ofSeconds(30));
              assertThat(limit.onlyFor()).contains("auth.test");
            });
    slack.refuse("auth.test", "ratelimited");
    assertThatThrownBy(() -> slack.client().check()).isInstanceOf(RateLimited.class);
  }
}
