package dev.patchbay.smtp.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendableMessageTest {

  private static final String FILE = "data:text/plain;base64,QUJD";

  @Test
  void should_take_a_message_with_any_of_the_texts() {
    assertThat(read("text", "Hello").text()).contains("Hello");
    assertThat(read("html", "<p>Hello").html()).contains("<p>Hello");
  }

  @Test
  void should_name_both_texts_when_neither_is_filled_in() {
    assertThatThrownBy(() -> read("text", " \n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"text\" and \"html\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bob",
        "bob@",
        "@example.com",
        "bob@example.com, carol@example.com",
        "team: bob@example.com;",
        "bob@example.com\r\nBcc: carol@example.com",
        "Bob\n <bob@example.com>",
        "bob@exa mple.com",
        "björn@example.com",
        ""
      })
  void should_name_the_property_when_it_holds_no_single_address(String to) {
    assertThatThrownBy(() -> read("text", "Hello", "to", List.of(to)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"to\"");
  }

  @Test
  void should_take_an_address_with_a_name_and_a_foreign_domain() {
    var address = Mailbox.parse("to", "Jürgen Müller <j@bücher.example>");

    assertThat(address.getAddress()).isEqualTo("j@xn--bcher-kva.example");
    assertThat(address.getPersonal()).isEqualTo("Jürgen Müller");
    assertThat(address.toString()).isEqualTo(address.toString().replaceAll("[^\\x20-\\x7e]", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nBcc: carol@example.com", "a\nb", "a\rb", "a\u0000b", "a\u2028b"})
  void should_name_the_property_when_a_line_would_be_more_than_one(String text) {
    assertThatThrownBy(() -> read("text", "Hello", "subject", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"subject\"");
    assertThatThrownBy(() -> read("text", "Hello", "thread", "<1@example.org>" + text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"thread\"");
    assertThatThrownBy(() -> read("text", "Hello", "attachments", file(text, "text/plain", FILE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"attachments\"");
    assertThatThrownBy(
            () -> read("text", "Hello", "attachments", file("a", "text/plain" + text, FILE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"attachments\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "<a b@example.org>", "<1@example.org> <2@example.org>"})
  void should_name_the_property_when_the_thread_is_no_message_id(String thread) {
    assertThatThrownBy(() -> read("text", "Hello", "thread", thread))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"thread\"");
  }

  @Test
  void should_name_the_file_when_it_cannot_be_read() {
    assertThatThrownBy(() -> read("text", "Hello", "attachments", file("a.pdf", "pdf", FILE)))
        .hasMessageContaining("\"a.pdf\"");
    assertThatThrownBy(
            () ->
                read(
                    "text",
                    "Hello",
                    "attachments",
                    file("a.pdf", "application/pdf", "https://example.org/a.pdf")))
        .hasMessageContaining("\"a.pdf\"");
  }

  private static List<Map<String, String>> file(String name, String type, String ref) {
    return List.of(Map.of("name", name, "contentType", type, "ref", ref));
  }

  private static dev.patchbay.api.item.Message read(Object... properties) {
    var json = new HashMap<String, Object>(Map.of("to", List.of("bob@example.com")));
    for (int i = 0; i < properties.length; i += 2) {
      json.put((String) properties[i], properties[i + 1]);
    }
    return SendableMessage.SCHEMA.read(json);
  }
}
