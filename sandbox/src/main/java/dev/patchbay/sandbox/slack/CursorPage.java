package dev.patchbay.sandbox.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.fault.Trick;
import dev.patchbay.sandbox.http.Json;
import java.util.Base64;
import java.util.List;

/** A page of a list that is ordered by id; the cursor names the last id before it. */
final class CursorPage {
  private static final String MARK = "after:";
  private static final int LARGEST = 1000;

  private CursorPage() {}

  static ObjectNode of(Call call, String property, List<ObjectNode> sorted) {
    String after = call.arguments().value("cursor").map(CursorPage::decoded).orElse("");
    int limit =
        call.arguments().limit() == 0 ? LARGEST : Math.min(call.arguments().limit(), LARGEST);
    List<ObjectNode> rest = sorted.stream().filter(one -> id(one).compareTo(after) > 0).toList();
    List<ObjectNode> page = rest.stream().limit(limit).toList();
    ObjectNode answer = Json.object();
    answer.putArray(property).addAll(page);
    String next = rest.size() > page.size() ? encoded(id(page.get(page.size() - 1))) : "";
    answer.putObject("response_metadata").put("next_cursor", tricked(call, after, next));
    return answer;
  }

  private static String tricked(Call call, String after, String next) {
    if (Trick.LOOPING_PAGE.isAsked(call.request())) {
      return call.arguments().value("cursor").orElse(next);
    }
    return Trick.DUPLICATE_PAGE.isAsked(call.request()) ? encoded(after) : next;
  }

  private static String id(ObjectNode one) {
    return one.get("id").asText();
  }

  private static String encoded(String id) {
    return Base64.getEncoder().encodeToString((MARK + id).getBytes(UTF_8));
  }

  private static String decoded(String cursor) {
    try {
      String text = new String(Base64.getDecoder().decode(cursor), UTF_8);
      if (text.startsWith(MARK)) {
        return text.substring(MARK.length());
      }
    } catch (IllegalArgumentException e) {
      throw SlackError.of("invalid_cursor");
    }
    throw SlackError.of("invalid_cursor");
  }
}
