package dev.patchbay.host.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.setting.Setting;
import dev.patchbay.api.setting.Setting.Kind;
import dev.patchbay.host.problem.FieldError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsCheckTest {
  private final SettingsCheck check =
      new SettingsCheck(
          List.of(
              Setting.builder("host", "Server", Kind.HOST).required().build(),
              Setting.builder("port", "Port", Kind.INTEGER).initial("587").build(),
              Setting.builder("tls", "Encrypt", Kind.BOOLEAN).build(),
              Setting.builder("zone", "Zone", Kind.CHOICE).choices(List.of("eu", "us")).build(),
              Setting.builder("key", "Key", Kind.SECRET).pattern("k-[0-9]+").build(),
              Setting.builder("note", "Note", Kind.TEXT).build(),
              Setting.builder("sender", "Sender", Kind.TEXT)
                  .pattern("[^@]+@[^@]+")
                  .format("an address such as ada@example.org")
                  .build()),
          "settings");

  @Test
  void should_keep_each_value_in_its_declared_kind() {
    var accepted =
        check.accept(
            Map.of(
                "host", "Mail.Example.org",
                "port", 25,
                "tls", true,
                "zone", "eu",
                "key", "k-1",
                "note", " hello "));

    assertThat(check.errors()).isEmpty();
    assertThat(accepted)
        .containsEntry("host", "mail.example.org")
        .containsEntry("port", 25)
        .containsEntry("tls", true)
        .containsEntry("zone", "eu")
        .containsEntry("key", "k-1")
        .containsEntry("note", "hello");
  }

  @Test
  void should_take_numbers_and_answers_when_they_are_written_as_text() {
    assertThat(check.accept(Map.of("host", "a", "port", "25", "tls", "false")))
        .containsEntry("port", 25)
        .containsEntry("tls", false);
    assertThat(check.errors()).isEmpty();
  }

  @Test
  void should_fill_in_the_initial_value_when_none_is_given() {
    assertThat(check.accept(Map.of("host", "a"))).containsEntry("port", 587).hasSize(2);
  }

  @Test
  void should_name_every_field_when_several_are_wrong() {
    check.accept(Map.of("port", "many", "zone", "mars", "colour", "red"));

    assertThat(check.errors())
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder(
            "settings.host", "settings.port", "settings.zone", "settings.colour");
  }

  @Test
  void should_say_what_there_is_when_a_name_is_unknown() {
    check.accept(Map.of("host", "a", "colour", "red"));

    assertThat(check.errors())
        .containsExactly(
            new FieldError(
                "settings.colour",
                "is unknown; there are [host, port, tls, zone, key, note, sender]"));
  }

  @ParameterizedTest
  @CsvSource({
    "host,http://a",
    "host,a:25",
    "host,a/b",
    "host,-a",
    "host,a..b",
    "port,1.5",
    "port,''''",
    "port,99999999999",
    "tls,yes",
    "tls,TRUE",
    "zone,EU",
    "key,12"
  })
  void should_refuse_what_is_not_of_the_kind(String name, String text) {
    var given = new HashMap<String, Object>(Map.of("host", "a"));
    given.put(name, text);

    check.accept(given);

    assertThat(check.errors()).extracting(FieldError::field).containsExactly("settings." + name);
  }

  @Test
  void should_say_in_words_what_would_have_the_right_form() {
    check.accept(Map.of("host", "a", "sender", "ada", "key", "12"));

    assertThat(check.errors())
        .containsExactlyInAnyOrder(
            new FieldError("settings.sender", "must be an address such as ada@example.org"),
            new FieldError(
                "settings.key",
                "must be a text of at most 4000 characters in the form that is asked for"));
  }

  @Test
  void should_refuse_what_is_no_single_value() {
    check.accept(Map.of("host", List.of("a"), "note", Map.of("a", "b")));

    assertThat(check.errors())
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("settings.host", "settings.note");
  }

  @Test
  void should_not_quote_a_secret_when_it_is_refused() {
    check.accept(Map.of("host", "a", "key", "my-password"));

    assertThat(check.errors().toString()).contains("settings.key").doesNotContain("my-password");
  }
}
