package dev.patchbay.host.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.api.setting.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void should_write_times_as_text_and_leave_nulls_out() throws JsonProcessingException {
    Sample sample =
        new Sample(
            "a", 1, true, Instant.parse("2026-01-31T12:00:00Z"), Duration.ofMinutes(5), null);

    assertThat(Json.mapper().writeValueAsString(sample))
        .isEqualTo(
            """
            {"text":"a","number":1,"flag":true,"at":"2026-01-31T12:00:00Z","pause":"PT5M"}""");
  }

  @Test
  void should_read_back_what_it_wrote() throws JsonProcessingException {
    Sample sample = new Sample("ü", 7, false, Instant.EPOCH, Duration.ZERO, List.of("x"));

    String json = Json.mapper().writeValueAsString(sample);

    assertThat(Json.mapper().readValue(json, Sample.class)).isEqualTo(sample);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":1}",
        "{\"text\":1.5}",
        "{\"text\":true}",
        "{\"number\":\"1\"}",
        "{\"number\":1.5}",
        "{\"number\":null}",
        "{\"number\":99999999999}",
        "{\"flag\":\"true\"}",
        "{\"flag\":1}",
        "{\"flag\":null}",
        "{\"at\":\"yesterday\"}",
        "{\"list\":\"x\"}",
        "{\"unknown\":1}",
        "{\"text\":\"a\",\"text\":\"b\"}",
        "{} {}",
        "[]",
        "\"text\"",
        "{",
        ""
      })
  void should_refuse_when_it_cannot_be_taken_literally(String json) {
    assertThatThrownBy(() -> Json.mapper().readValue(json, Sample.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void should_take_a_secret_in_but_never_let_it_out() throws JsonProcessingException {
    Holder holder = Json.mapper().readValue("{\"secret\":\"s3cret\"}", Holder.class);

    assertThat(holder.secret().reveal()).isEqualTo("s3cret");
    assertThatThrownBy(() -> Json.mapper().writeValueAsString(holder))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageNotContaining("s3cret");
  }

  record Sample(
      String text, int number, boolean flag, Instant at, Duration pause, List<String> list) {}

  record Holder(Secret secret) {}
}
