package dev.patchbay.host.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.host.fixture.Wall;
import dev.patchbay.host.problem.ProblemException;
import org.junit.jupiter.api.Test;
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

  @Test
  void should_refuse_what_is_no_origin() {
    assertRefused(
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
        "javascript:alert(1)",
        "https://crm example");
  }

  @Test
  void should_refuse_what_can_be_overheard() {
    assertRefused("http://crm.example", "http://localhost.crm.example", "ftp://localhost");
  }

  private static void assertRefused(String... origins) {
    for (String written : origins) {
      Wall.assertRefused(() -> Origin.of("origin", written), written);
    }
  }

  @Test
  void should_name_the_field_and_what_was_written() {
    assertThatThrownBy(() -> Origin.of("origins[1]", "https://crm.example/"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("origins[1]")
        .hasMessageContaining("https://crm.example/");
  }
}
