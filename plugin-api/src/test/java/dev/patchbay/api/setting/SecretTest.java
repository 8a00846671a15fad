package dev.patchbay.api.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.auth.Auth;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretTest {

  @Test
  void should_not_show_itself_in_any_text() {
    var secret = Secret.of("s3cr3t");

    assertThat(secret).hasToString("Secret[***]");
    assertThat(Auth.token(secret).toString()).doesNotContain("s3cr3t");
    assertThat(Auth.basic("ada", secret).toString()).doesNotContain("s3cr3t");
    assertThat(Settings.of(Map.of("apiKey", "s3cr3t")).toString()).doesNotContain("s3cr3t");
  }

  @Test
  void should_equal_a_secret_of_the_same_text_only() {
    assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).isNotEqualTo(Secret.of("b"));
  }

  @Test
  void should_say_which_field_an_authorization_lacks() {
    var auth = Auth.token(Secret.of("s3cr3t"));

    assertThatThrownBy(auth::password)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("\"password\"")
        .hasMessageContaining("[token]");
  }

  @Test
  void should_say_which_required_setting_is_not_filled_in() {
    assertThatThrownBy(() -> Settings.none().required("host"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"host\"");
  }
}
