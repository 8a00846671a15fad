package dev.patchbay.sandbox.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The faults on offer, by the names that the control API uses. */
public enum FaultKind {
  /** Another status: {@code status}, and {@code retryAfter} as the header's text. */
  STATUS,
  /** No answer for {@code millis}, then the connection closes. */
  HANG,
  /** The work is done, and then no answer for {@code millis}, until the connection closes. */
  WITHHELD,
  /** A TCP reset instead of an answer. */
  RESET,
  /** The answer stops in its middle and the server never sends again, yet does not hang up. */
  HALF_CLOSED,
  /** The right answer, {@code bytes} at a time with {@code millis} between. */
  SLOW_DRIP,
  /** A chunked answer that breaks off in a malformed chunk. */
  BROKEN_CHUNK,
  /** Status 200 and something that only begins like JSON. */
  GARBAGE_JSON,
  /** Status 200 and a web page, as a captive proxy sends. */
  HTML_PAGE,
  /** A JSON answer of {@code bytes} (100 MB), streamed. */
  OVERSIZED,
  /** The next page is this page again, under another token. */
  DUPLICATE_PAGE,
  /** The next page token is the one that was sent. */
  LOOPING_PAGE,
  /** A redirect to {@code location} on another host. */
  REDIRECT;

  /** The kind called so, such as {@code slow-drip}. */
  public static Optional<FaultKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.wireName().equals(name)).findFirst();
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What the handler itself has to do wrong, since only it knows its paging. */
  Optional<Trick> trick() {
    return switch (this) {
      case DUPLICATE_PAGE -> Optional.of(Trick.DUPLICATE_PAGE);
      case LOOPING_PAGE -> Optional.of(Trick.LOOPING_PAGE);
      default -> Optional.empty();
    };
  }

  void strike(Victim victim) throws IOException {
    switch (this) {
      case STATUS -> AnswerFaults.status(victim);
      case HANG -> WireFaults.hang(victim);
      case WITHHELD -> WireFaults.withhold(victim);
      case RESET -> victim.wire().reset();
      case HALF_CLOSED -> WireFaults.halfClosed(victim);
      case SLOW_DRIP -> WireFaults.drip(victim);
      case BROKEN_CHUNK -> WireFaults.brokenChunk(victim);
      case GARBAGE_JSON -> AnswerFaults.garbage(victim);
      case HTML_PAGE -> AnswerFaults.html(victim);
      case OVERSIZED -> AnswerFaults.oversized(victim);
      case DUPLICATE_PAGE, LOOPING_PAGE -> victim.send(victim.genuine().make());
      case REDIRECT -> AnswerFaults.redirect(victim);
    }
  }

  /** All names, for whoever asks the control API. */
  public static ObjectNode catalogue() {
    ObjectNode document = Json.object();
    Arrays.stream(values()).map(FaultKind::wireName).forEach(document.putArray("faults")::add);
    return document;
  }
}
