package dev.patchbay.host.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.host.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingRulesTest {
  private static final Set<String> TYPES = Set.of("event", "contact", "acme-thing");

  @ParameterizedTest
  @CsvSource({
    "Subject__c, title",
    "title, title",
    "Ort, locations/1/name",
    "Budget, acme.example:budget",
    "Budget 2026 (€), acme.example:budget/amount"
  })
  void should_take_names_for_fields_there_are(String name, String path) {
    assertThatCode(() -> require("event", Map.of(name, path))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "Subject, titel, no field of the standard schema of event",
    "Subject, @type, gives itself",
    "Subject, uid, gives itself",
    "Subject, title/x, has nothing inside",
    "Subject, locations//name, must stand for a path",
    "Subject, /title, must stand for a path",
    "description, title, can stand for nothing else",
    "uid, title, can stand for nothing else",
    "Sub/ject, title, none of them /"
  })
  void should_say_what_is_wrong(String name, String path, String words) {
    assertThatThrownBy(() -> require("event", Map.of(name, path)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem ->
                assertThat(problem.errors())
                    .singleElement()
                    .satisfies(
                        error -> {
                          assertThat(error.field()).isEqualTo("types/event/" + name);
                          assertThat(error.message()).contains(words);
                        }));
  }

  @ParameterizedTest
  @CsvSource({"title, title", "locations, locations/1/name", "locations/1/name, locations/1"})
  void should_refuse_two_names_for_one_thing(String one, String other) {
    Map<String, String> paths = new LinkedHashMap<>();
    paths.put("First", one);
    paths.put("Second", other);

    assertThatThrownBy(() -> require("event", paths))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem ->
                assertThat(problem.errors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.message()).contains("First")));
  }

  @Test
  void should_name_the_types_there_are() {
    assertThatThrownBy(() -> require("evnet", Map.of()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem ->
                assertThat(problem.errors().get(0).message())
                    .contains("acme-thing, contact, event"));
  }

  @Test
  void should_take_any_field_of_a_type_that_no_standard_describes() {
    assertThatCode(() -> require("acme-thing", Map.of("Anything", "what/ever")))
        .doesNotThrowAnyException();
  }

  private static void require(String type, Map<String, String> paths) {
    MappingRules.require(new FieldMapping(Map.of(type, paths)), TYPES);
  }
}
