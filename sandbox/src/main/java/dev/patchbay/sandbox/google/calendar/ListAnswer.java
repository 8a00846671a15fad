package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Body;
import dev.patchbay.sandbox.http.Bytes;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A list resource: a small head, then items that were rendered when they were written. */
final class ListAnswer {
  private static final byte[] ITEMS = ",\"items\":[".getBytes(StandardCharsets.UTF_8);
  private static final byte[] END = "]}".getBytes(StandardCharsets.UTF_8);

  private ListAnswer() {}

  static Answer of(Request request, ObjectNode head, List<Bytes> items) {
    String etag = head.get("etag").asText();
    if (ETags.unchanged(request, etag)) {
      return Answer.empty(304).with("ETag", etag);
    }
    return Answer.json(200, body(Json.bytes(head), items)).with("ETag", etag);
  }

  private static Body body(byte[] head, List<Bytes> items) {
    return out -> {
      out.write(head, 0, head.length - 1);
      out.write(ITEMS);
      for (int i = 0; i < items.size(); i++) {
        if (i > 0) {
          out.write(',');
        }
        items.get(i).writeTo(out);
      }
      out.write(END);
    };
  }
}
