package dev.patchbay.api.item;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttachmentTest {

  @Test
  void should_hold_the_content_of_its_reference() {
    assertThat(attachment("data:text/plain;base64,R3LDvMOfZQ==").content())
        .asString(UTF_8)
        .isEqualTo("Grüße");
    assertThat(attachment("data:,a%20+%20b").content()).asString(UTF_8).isEqualTo("a + b");
  }

  @Test
  void should_refuse_what_would_have_to_be_fetched() {
    assertThatThrownBy(() -> attachment("https://files.example/a.pdf").content())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.txt")
        .hasMessageContaining("https");
  }

  @Test
  void should_name_what_an_attachment_lacks() {
    assertThatThrownBy(() -> message(Map.of("name", "a.txt")).attachments())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("attachments");
  }

  private static Attachment attachment(String ref) {
    return message(Map.of("name", "a.txt", "contentType", "text/plain", "ref", ref))
        .attachments()
        .get(0);
  }

  private static Message message(Map<String, String> file) {
    return Message.of(Map.of("to", List.of("ada@crm.example"), "attachments", List.of(file)));
  }
}
