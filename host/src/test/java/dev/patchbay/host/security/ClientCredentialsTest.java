package dev.patchbay.host.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.setting.Secret;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCredentialsTest {
  private final MultivaluedMap<String, String> form = new MultivaluedHashMap<>();

  @Test
  void should_decode_both_parts_when_they_come_by_basic() {
    ClientCredentials read = ClientCredentials.read(basic("pbk%3A1:s%2Bcret+x"), form);

    assertThat(read).isEqualTo(new ClientCredentials("pbk:1", Secret.of("s+cret x")));
  }

  @Test
  void should_take_both_parts_when_they_come_in_the_form() {
    form.putSingle("client_id", "pbk_1");
    form.putSingle("client_secret", "secret");

    assertThat(ClientCredentials.read(null, form))
        .isEqualTo(new ClientCredentials("pbk_1", Secret.of("secret")));
  }

  @Test
  void should_refuse_when_they_come_in_both_ways() {
    form.putSingle("client_secret", "secret");

    assertThat(refusal(basic("pbk_1:secret")).error()).isEqualTo("invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer abc", "Basic", "Basic !!!", "Basic bm9jb2xvbg==", ""})
  void should_refuse_when_the_header_cannot_be_read(String header) {
    assertThat(refusal(header).error()).isEqualTo("invalid_client");
    assertThat(refusal(header).status()).isEqualTo(401);
  }

  @Test
  void should_refuse_when_there_are_none() {
    assertThat(refusal(null).error()).isEqualTo("invalid_client");
  }

  @Test
  void should_not_show_the_secret_when_printed() {
    assertThat(ClientCredentials.read(basic("pbk_1:topsecret"), form).toString())
        .doesNotContain("topsecret");
  }

  private OAuthRefusal refusal(String header) {
    OAuthRefusal[] caught = new OAuthRefusal[1];
    assertThatThrownBy(() -> ClientCredentials.read(header, form))
        .isInstanceOfSatisfying(OAuthRefusal.class, refusal -> caught[0] = refusal);
    return caught[0];
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }
}
