package dev.patchbay.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the notes service is asked: its method, path, query, headers and body. */
record NotesRequest(
    String method,
    List<String> path,
    Map<String, String> query,
    String authorization,
    Optional<String> key,
    String ifMatch,
    String body) {

  static NotesRequest of(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    var query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
    return new NotesRequest(
        exchange.getRequestMethod(),
        List.of(exchange.getRequestURI().getPath().split("/", -1)),
        Arrays.stream(query.split("&", -1))
            .map(part -> (part + "=").split("=", -1))
            .collect(Collectors.toMap(part -> part[0], part -> part[1])),
        String.valueOf(headers.getFirst("Authorization")),
        Optional.ofNullable(headers.getFirst("Idempotency-Key")),
        String.valueOf(headers.getFirst("If-Match")),
        new String(exchange.getRequestBody().readAllBytes(), UTF_8));
  }

  /** The last word of a short path, or the method for what is in a box. */
  String what() {
    return path.size() == 3 ? path.get(2) : method;
  }

  String box() {
    return path.get(3);
  }

  String id() {
    return path.get(4);
  }

  boolean isRehearsal() {
    return query.containsKey("rehearse");
  }

  String[] from() {
    return query.get("from").split("\\.", -1);
  }

  int size() {
    return Integer.parseInt(query.get("size"));
  }
}
