package dev.patchbay.host.egress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {

  @ParameterizedTest
  @CsvSource({
    "200, ''",
    "204, ''",
    "302, ''",
    "304, ''",
    "400, Rejected",
    "401, ReauthorizationNeeded",
    "403, Rejected",
    "404, Rejected",
    "408, Unavailable",
    "409, VersionConflict",
    "410, CursorExpired",
    "412, VersionConflict",
    "422, Rejected",
    "429, RateLimited",
    "500, Unavailable",
    "503, Unavailable"
  })
  void should_name_the_category_that_the_status_stands_for(int status, String category) {
    assertThat(Outcome.answered(status).category()).isEqualTo(category);
  }
}
