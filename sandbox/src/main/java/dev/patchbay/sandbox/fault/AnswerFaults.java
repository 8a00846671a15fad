package dev.patchbay.sandbox.fault;

import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Body;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Faults that are proper HTTP and yet no good. */
final class AnswerFaults {
  private static final String BEGIN = "{\"kind\":\"calendar#events\",\"description\":\"";
  private static final String END = "\"}";
  private static final int PART = 1 << 16;

  private AnswerFaults() {}

  static void status(Victim victim) throws IOException {
    Answer failure = victim.failure().apply(victim.option("status", 503));
    String retryAfter = victim.option("retryAfter", "");
    victim.send(retryAfter.isEmpty() ? failure : failure.with("Retry-After", retryAfter));
  }

  static void garbage(Victim victim) throws IOException {
    byte[] text = bytes("{\"kind\":\"calendar#events\",\"items\":[{\"id\":\"a\",,");
    victim.send(Answer.json(200, Body.of(text)));
  }

  static void html(Victim victim) throws IOException {
    victim.send(Answer.html(200, "<!doctype html><title>Hotel</title><h1>Please sign in</h1>"));
  }

  static void oversized(Victim victim) throws IOException {
    long size = victim.spec().path("bytes").asLong(100_000_000);
    victim.send(Answer.json(200, out -> flood(out, size)));
  }

  private static void flood(OutputStream out, long size) throws IOException {
    byte[] part = bytes("x".repeat(PART));
    out.write(bytes(BEGIN));
    for (long left = size - BEGIN.length() - END.length(); left > 0; left -= PART) {
      out.write(part, 0, (int) Math.min(PART, left));
    }
    out.write(bytes(END));
  }

  static void redirect(Victim victim) throws IOException {
    String target = victim.option("location", "http://attacker.example/collect");
    victim.send(Answer.redirect(victim.option("status", 302), target));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
