package dev.patchbay.sandbox.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Request;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What reached the simulated hosts: counters by route, and the last requests. */
public final class RequestLog {
  private static final int REMEMBERED = 1000;
  private static final Set<String> MASKED =
      Set.of("token", "access_token", "code", "state", "code_challenge", "nonce");

  private final Deque<ObjectNode> recent = new ArrayDeque<>();
  private final Map<String, Long> counters = new TreeMap<>();
  private final Clock clock;
  private long total;

  RequestLog(Clock clock) {
    this.clock = clock;
  }

  synchronized void add(Request request, String route, String outcome) {
    total++;
    counters.merge(route, 1L, Long::sum);
    ObjectNode entry =
        Json.object()
            .put("number", total)
            .put("at", clock.instant().toString())
            .put("method", request.method())
            .put("path", request.path())
            .put("outcome", outcome);
    ObjectNode query = entry.putObject("query");
    request
        .query()
        .forEach((name, values) -> query.put(name, MASKED.contains(name) ? "***" : values.get(0)));
    recent.addLast(entry);
    while (recent.size() > REMEMBERED) {
      recent.removeFirst();
    }
  }

  synchronized ObjectNode document() {
    ObjectNode document = Json.object().put("total", total);
    document.set("counters", Json.MAPPER.valueToTree(counters));
    ArrayNode requests = document.putArray("requests");
    recent.descendingIterator().forEachRemaining(requests::add);
    return document;
  }

  synchronized void clear() {
    recent.clear();
    counters.clear();
    total = 0;
  }
}
