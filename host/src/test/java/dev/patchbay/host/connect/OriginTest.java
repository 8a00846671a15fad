package dev.patchbay.host.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.host.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://crm.example",
        "https://crm.example:8443",
        "http://localhost:3000",
        "http://127.0.0.1:8080",
        "http://[::1]:8080"
      })
  void should_accept_what_browsers_send(String written) {
    assertThat(Origin.of("origin", written).text()).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "null",
        "",
        "https://*",
        "https://*.crm.example",
        "https://crm.example/",
        "https://crm.example/path",
        "https://crm.example:443",
        "https://CRM.example",
        "HTTPS://crm.example",
        "https://user@crm.example",
        "https://crm.example?x",
        "https://crm.example#x",
        "https:crm.example",
        "//crm.example",
        "crm.example",
        "http://crm.example",
        "http://localhost.crm.example",
        "ftp://localhost",
        "javascript:alert(1)",
        "https://crm example"
      })
  void should_refuse_what_is_no_origin_or_can_be_overheard(String written) {
    assertThatThrownBy(() -> Origin.of("origin", written))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("origin")
        .hasMessageContaining(written);
  }
}
