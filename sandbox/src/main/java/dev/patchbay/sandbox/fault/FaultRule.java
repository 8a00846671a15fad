package dev.patchbay.sandbox.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Request;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says which requests a fault strikes: those whose path matches, after skipping some, for so many
 * times.
 */
final class FaultRule {
  private final String id;
  private final ObjectNode spec;
  private final Pattern path;
  private final Optional<String> method;
  private int skip;
  private int times;

  private FaultRule(String id, ObjectNode spec) {
    this.id = id;
    this.spec = spec;
    this.path = glob(spec.path("path").asText("**"));
    this.method = Optional.ofNullable(spec.get("method")).map(node -> node.asText());
    this.skip = spec.path("skip").asInt(0);
    this.times = spec.path("times").asInt(1);
  }

  static FaultRule of(String id, ObjectNode spec) {
    return new FaultRule(id, spec);
  }

  /** {@code *} stands for anything within a segment, {@code **} for anything. */
  private static Pattern glob(String glob) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      if (glob.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (glob.charAt(i) == '*') {
        regex.append("[^/]*");
      } else {
        regex.append(Pattern.quote(glob.substring(i, i + 1)));
      }
    }
    return Pattern.compile(regex.toString());
  }

  /** Takes one strike, when the rule covers the request and has any left. */
  boolean strikes(Request request) {
    boolean covers =
        method.map(request.method()::equals).orElse(true) && path.matcher(request.path()).matches();
    if (!covers || times == 0) {
      return false;
    }
    if (skip > 0) {
      skip--;
      return false;
    }
    times--;
    return true;
  }

  boolean spent() {
    return times == 0;
  }

  ObjectNode spec() {
    return spec;
  }

  ObjectNode document() {
    ObjectNode document = Json.object().put("id", id).put("remaining", times);
    return document.setAll(spec);
  }
}
