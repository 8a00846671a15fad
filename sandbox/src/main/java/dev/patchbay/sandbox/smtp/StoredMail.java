package dev.patchbay.sandbox.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A mail as it came in.
 *
 * @param number counted from 1
 * @param from the sender that was offered with MAIL
 * @param to the recipients that were offered with RCPT
 * @param raw the mail itself, each byte a character
 */
record StoredMail(long number, Instant at, String from, List<String> to, String raw) {
  StoredMail {
    to = List.copyOf(to);
  }

  static StoredMail of(ObjectNode document) {
    List<String> to = new ArrayList<>();
    document.path("to").forEach(each -> to.add(each.asText()));
    return new StoredMail(
        document.path("number").asLong(),
        Instant.parse(document.path("at").asText()),
        document.path("from").asText(),
        to,
        document.path("raw").asText());
  }

  ObjectNode document() {
    return envelope().put("raw", raw);
  }

  /** What there is to say of it without its content. */
  ObjectNode summary() {
    return envelope()
        .put("subject", part().header("Subject"))
        .put("messageId", part().header("Message-ID"))
        .put("size", raw.length());
  }

  /** All of it, with its texts and files decoded. */
  JsonNode whole() {
    ObjectNode whole = summary();
    part().headers().forEach(whole.putObject("headers")::put);
    ArrayNode parts = whole.putArray("parts");
    part().leaves().forEach(leaf -> parts.add(leaf.summary()));
    return whole.put("raw", raw);
  }

  MimePart part() {
    return MimePart.of(raw);
  }

  static String text(byte[] mail) {
    return new String(mail, ISO_8859_1);
  }

  private ObjectNode envelope() {
    ObjectNode envelope =
        Json.object().put("number", number).put("at", at.toString()).put("from", from);
    to.forEach(envelope.putArray("to")::add);
    return envelope;
  }
}
