package dev.patchbay.googlecalendar.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.Unavailable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void should_read_every_kind_of_value_as_a_jdk_type() {
    var read =
        object(
            """
            {"text":"Zürich \\u00e9\\ud83d\\ude00","int":7,"long":12345678901,"big":123456789012345678901,
             "decimal":47.5,"yes":true,"no":false,"list":[1,"a",[],{}],"object":{"a":{"b":"c"}}}
            """);

    assertThat(read)
        .containsExactly(
            Map.entry("text", "Zürich é😀"),
            Map.entry("int", 7),
            Map.entry("long", 12_345_678_901L),
            Map.entry("big", new BigDecimal("123456789012345678901")),
            Map.entry("decimal", 47.5),
            Map.entry("yes", true),
            Map.entry("no", false),
            Map.entry("list", List.of(1, "a", List.of(), Map.of())),
            Map.entry("object", Map.of("a", Map.of("b", "c"))));
  }

  @Test
  void should_read_null_as_absence_and_keep_the_places_of_a_list() {
    assertThat(object("{\"a\":null,\"b\":{\"c\":null},\"d\":[null,1]}"))
        .isEqualTo(Map.of("b", Map.of(), "d", Arrays.asList(null, 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "7",
        "[]",
        "{",
        "{\"a\":",
        "{\"a\":[1}",
        "{} {}",
        "{}x",
        "<html>"
      })
  void should_refuse_what_is_no_object(String text) {
    assertThatThrownBy(() -> object(text)).isInstanceOf(Unavailable.class);
  }

  private static Map<String, Object> object(String text) {
    return Json.object(text.getBytes(StandardCharsets.UTF_8));
  }
}
