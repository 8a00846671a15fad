package dev.patchbay.host.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.setting.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GrantTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void should_be_due_five_minutes_before_its_end() {
    var grant = grant(Map.of("access_token", "a", "refresh_token", "r", "expires_in", 3600));

    assertThat(grant.isDue(NOW.plusSeconds(3299))).isFalse();
    assertThat(grant.isDue(NOW.plusSeconds(3300))).isTrue();
  }

  @Test
  void should_be_due_at_half_its_life_when_that_is_short() {
    var grant = grant(Map.of("access_token", "a", "refresh_token", "r", "expires_in", 60));

    assertThat(grant.isDue(NOW.plusSeconds(29))).isFalse();
    assertThat(grant.isDue(NOW.plusSeconds(30))).isTrue();
  }

  @Test
  void should_be_used_to_its_end_when_it_cannot_be_renewed() {
    var grant = grant(Map.of("access_token", "a", "expires_in", 3600));

    assertThat(grant.isDue(NOW.plusSeconds(3599))).isFalse();
    assertThat(grant.isDue(NOW.plusSeconds(3600))).isTrue();
  }

  @Test
  void should_never_be_due_when_the_service_names_no_end() {
    var grant = grant(Map.of("access_token", "a", "refresh_token", "r"));

    assertThat(grant.isDue(NOW.plusSeconds(1_000_000_000))).isFalse();
  }

  @Test
  void should_count_the_end_when_it_is_written_as_text() {
    assertThat(grant(Map.of("access_token", "a", "expires_in", "3600")).endsAt())
        .contains(NOW.plusSeconds(3600));
  }

  @Test
  void should_keep_the_refresh_token_when_a_renewal_brings_none() {
    var old = grant(Map.of("access_token", "a", "refresh_token", "r", "expires_in", 60));

    var renewed = old.renewed(Map.of("access_token", "b", "expires_in", 60), NOW.plusSeconds(50));

    assertThat(renewed.refreshToken()).contains(Secret.of("r"));
    assertThat(renewed.accessToken()).isEqualTo(Secret.of("b"));
    assertThat(renewed.endsAt()).contains(NOW.plusSeconds(110));
  }

  @Test
  void should_take_the_new_refresh_token_when_a_renewal_brings_one() {
    var old = grant(Map.of("access_token", "a", "refresh_token", "r"));

    var renewed = old.renewed(Map.of("access_token", "b", "refresh_token", "r2"), NOW);

    assertThat(renewed.refreshToken()).contains(Secret.of("r2"));
  }

  @Test
  void should_forget_the_old_end_when_a_renewal_names_none() {
    var old = grant(Map.of("access_token", "a", "refresh_token", "r", "expires_in", 60));

    assertThat(old.renewed(Map.of("access_token", "b"), NOW).endsAt()).isEmpty();
  }

  @Test
  void should_be_the_same_when_it_comes_back_from_the_vault() {
    var grant =
        grant(Map.of("access_token", "a", "refresh_token", "r", "expires_in", 60, "dc", "us6"));

    assertThat(Grant.of(grant.toSecret()).toSecret()).isEqualTo(grant.toSecret());
  }

  @Test
  void should_hand_out_what_one_call_needs_and_no_more() {
    var auth =
        grant(
                Map.of(
                    "access_token", "a",
                    "refresh_token", "r",
                    "id_token", "i",
                    "expires_in", 60,
                    "api_endpoint", "https://us6.api.service.test"))
            .toAuth();

    assertThat(auth.token()).isEqualTo(Secret.of("a"));
    assertThat(auth.field("api_endpoint").reveal()).isEqualTo("https://us6.api.service.test");
    assertThat(auth.toString()).doesNotContain("refresh_token", "id_token", "patchbay");
  }

  @Test
  void should_name_its_fields_only_when_it_is_printed() {
    assertThat(grant(Map.of("access_token", "very-secret")).toString())
        .contains("access_token")
        .doesNotContain("very-secret");
  }

  @Test
  void should_understand_scopes_however_they_are_separated() {
    assertThat(grant(Map.of("access_token", "a", "scope", "a b,a  c")).scopes())
        .containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void should_last_as_long_as_the_service_says() {
    var grant = grant(lasting("a", 31_536_000));

    assertThat(grant.lastsUntil()).contains(NOW.plusSeconds(31_536_000));
    assertThat(Grant.of(grant.toSecret()).lastsUntil()).isEqualTo(grant.lastsUntil());
  }

  @Test
  void should_last_as_long_as_the_plugin_declares_when_the_service_says_nothing() {
    var life = Duration.ofDays(365);

    assertThat(grant(Map.of("access_token", "a")).lastingAtMost(life, NOW).lastsUntil())
        .contains(NOW.plus(life));
    assertThat(grant(lasting("a", 60)).lastingAtMost(life, NOW).lastsUntil())
        .contains(NOW.plusSeconds(60));
  }

  @Test
  void should_not_last_longer_when_a_renewal_says_nothing_of_it() {
    var old = grant(lasting("a", 86_400));

    var renewed = old.renewed(Map.of("access_token", "b"), NOW.plusSeconds(7_200));

    assertThat(renewed.lastsUntil()).contains(NOW.plusSeconds(86_400));
  }

  @Test
  void should_last_longer_when_a_renewal_says_so() {
    var old = grant(lasting("a", 86_400));

    var renewed = old.renewed(lasting("b", 86_400), NOW.plusSeconds(7_200));

    assertThat(renewed.lastsUntil()).contains(NOW.plusSeconds(93_600));
  }

  @Test
  void should_end_with_its_token_when_nothing_renews_it() {
    var grant = grant(Map.of("access_token", "a", "expires_in", 5_184_000));

    assertThat(grant.lastsUntil()).contains(NOW.plusSeconds(5_184_000));
  }

  @Test
  void should_have_no_known_end_when_something_renews_it() {
    var refreshed = grant(Map.of("access_token", "a", "refresh_token", "r", "expires_in", 60));
    var exchanged = grant(Map.of("access_token", "a", "expires_in", 3_600)).renewingItself();

    assertThat(refreshed.lastsUntil()).isEmpty();
    assertThat(exchanged.lastsUntil()).isEmpty();
  }

  @Test
  void should_have_an_end_when_it_should_have_been_exchanged_long_before() {
    var exchanged = grant(Map.of("access_token", "a", "expires_in", 5_184_000)).renewingItself();

    assertThat(exchanged.lastsUntil()).contains(NOW.plusSeconds(5_184_000));
  }

  @Test
  void should_end_when_a_person_says_so_if_it_was_typed_in() {
    var typed = Grant.typed(Map.of("token", "key"));

    var ending = typed.endingAt(Optional.of(NOW));

    assertThat(ending.lastsUntil()).contains(NOW);
    assertThat(ending.endingAt(Optional.empty()).lastsUntil()).isEmpty();
    assertThat(ending.toAuth().toString()).doesNotContain("patchbay");
    assertThat(ending.toAuth().token()).isEqualTo(Secret.of("key"));
  }

  @Test
  void should_tell_the_plugin_nothing_of_the_end() {
    assertThat(grant(lasting("a", 60)).toAuth().toString()).doesNotContain("patchbay");
  }

  private static Map<String, Object> lasting(String token, long seconds) {
    return Map.of("access_token", token, "refresh_token", "r", "refresh_token_expires_in", seconds);
  }

  private static Grant grant(Map<String, Object> answer) {
    return Grant.of(answer, NOW);
  }
}
