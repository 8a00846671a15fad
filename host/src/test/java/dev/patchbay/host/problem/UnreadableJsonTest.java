package dev.patchbay.host.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.host.json.Json;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreadableJsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"evil\":1} | evil is not known here; known are: at, colour, count, inner, on, tags",
        "{\"inner\":{\"evil\":1}} | inner.evil is not known here; known are: name",
        "{\"inner\":{\"name\":5}} | inner.name must be a text",
        "{\"inner\":[]} | inner must be an object",
        "{\"tags\":[\"a\",7]} | tags[1] must be a text",
        "{\"tags\":7} | tags must be a list",
        "{\"count\":\"7\"} | count must be a number in range",
        "{\"count\":99999999999} | The body is not acceptable at line 1, column 21:"
            + " a number out of range.",
        "{\"on\":\"yes\"} | on must be true or false",
        "{\"at\":\"noon\"} | at must be a time such as 2026-01-31T12:00:00Z",
        "{\"colour\":\"blue\"} | colour must be one of RED, GREEN",
        "[] | body must be an object",
        "{\"on\":true,\"on\":true} | The body is not acceptable at line 1, column 16:"
            + " Duplicate field 'on'.",
        "{\"on\": | The body is not acceptable at line 1, column 7: not valid JSON.",
        "{\"on\":true} x | The body is not acceptable at line 1, column 14: not valid JSON.",
      })
  void should_say_what_is_wrong_in_the_callers_words(String json, String message) {
    ProblemException problem = refusal(json);

    assertThat(problem.getMessage()).isEqualTo(message);
    assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED_REQUEST);
  }

  private static ProblemException refusal(String json) {
    try {
      throw new AssertionError("read: " + Json.mapper().readValue(json, Outer.class));
    } catch (JsonProcessingException e) {
      return UnreadableJson.problemOf(e);
    }
  }

  record Outer(
      Inner inner, List<String> tags, Integer count, Boolean on, Instant at, Colour colour) {}

  record Inner(String name) {}

  enum Colour {
    RED,
    GREEN
  }
}
