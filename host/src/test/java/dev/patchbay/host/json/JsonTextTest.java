package dev.patchbay.host.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {
  @Test
  void should_write_what_the_mapper_writes_when_every_type_is_there() throws Exception {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("text", "a \"quote\", a \\, a line\n, \u0001, ü and 🙂");
    object.put("numbers", List.of(1, -2L, 3.25, 1e300, new BigDecimal("12345678901234567890.5")));
    object.put("odd", List.of(Double.NaN, Double.NEGATIVE_INFINITY, new BigDecimal("1E+30")));
    object.put("flags", Map.of("yes", true));
    object.put("nothing", null);
    object.put("list", Arrays.asList(null, List.of(), Map.of()));

    assertThat(JsonText.of(object)).isEqualTo(Json.mapper().writeValueAsString(object));
  }

  @Test
  void should_refuse_an_object_when_it_is_nested_too_deeply() {
    Map<String, Object> object = Map.of();
    for (int depth = 0; depth < 1_100; depth++) {
      object = Map.of("in", object);
    }
    Map<String, Object> deep = object;

    assertThatThrownBy(() -> JsonText.of(deep))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining("nesting depth");
  }

  @Test
  void should_name_the_type_when_it_is_none_of_json() {
    assertThatThrownBy(() -> JsonText.of(Map.of("thing", new StringBuilder())))
        .hasMessageContaining("StringBuilder");
  }
}
