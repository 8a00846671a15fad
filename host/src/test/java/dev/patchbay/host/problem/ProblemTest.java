package dev.patchbay.host.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {

  @Test
  void should_write_every_member_when_the_problem_has_them() {
    ProblemException problem =
        ProblemException.invalid(List.of(new FieldError("a", "is bad"), new FieldError("b", "too")))
            .withCategory("Rejected");

    assertThat(new String(ProblemAnswer.body(problem, "corr-1234"), UTF_8))
        .isEqualTo(
            """
            {"type":"https://patchbay.dev/problems/invalid-content",\
            "title":"The content is not acceptable","status":422,\
            "detail":"a is bad; b too","category":"Rejected","correlationId":"corr-1234",\
            "errors":[{"field":"a","message":"is bad"},{"field":"b","message":"too"}]}""");
  }

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void should_have_an_address_of_its_own(ProblemType type) {
    assertThat(Arrays.stream(ProblemType.values()).filter(t -> t.uri().equals(type.uri())))
        .containsExactly(type);
  }

  @ParameterizedTest
  @ValueSource(ints = {402, 418, 451})
  void should_stay_the_callers_fault_when_the_status_is_not_listed(int status) {
    assertThat(ProblemType.ofStatus(status).status()).isEqualTo(400);
  }

  @Test
  void should_keep_the_correlation_id_of_the_caller_only_when_well_formed() {
    assertThat(Correlation.accept("crm-12345678")).isEqualTo("crm-12345678");
    assertThat(Correlation.accept("evil\r\nSet-Cookie: a=b")).matches("[0-9a-f]{24}");
    assertThat(Correlation.accept(null)).matches("[0-9a-f]{24}");
  }

  @Test
  void should_tell_the_wait_in_whole_seconds_when_there_is_one() {
    assertThat(RetryAfter.seconds(Duration.ZERO)).isEqualTo(1);
    assertThat(RetryAfter.seconds(Duration.ofMillis(200))).isEqualTo(1);
    assertThat(RetryAfter.seconds(Duration.ofMillis(4_100))).isEqualTo(5);
  }
}
