package dev.patchbay.smtp.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.setting.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SenderTest {

  @Test
  void should_never_show_the_password() {
    var sender =
        Sender.of(
            Auth.fields(
                Map.of(
                    "sender", Secret.of("ada@example.org"),
                    "username", Secret.of("ada"),
                    "password", Secret.of("correct horse"))));

    assertThat(sender.toString()).contains("ada@example.org").doesNotContain("correct horse");
  }
}
