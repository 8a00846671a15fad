package dev.patchbay.sandbox.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** Faults below HTTP: the connection itself misbehaves. */
final class WireFaults {
  private static final int MINUTE = 60_000;

  private WireFaults() {}

  static void hang(Victim victim) throws IOException {
    victim.wire().pause(Duration.ofMillis(victim.option("millis", MINUTE)));
    victim.wire().close();
  }

  static void withhold(Victim victim) throws IOException {
    victim.genuineBody();
    hang(victim);
  }

  static void halfClosed(Victim victim) throws IOException {
    byte[] body = victim.genuineBody();
    victim.wire().sendRaw(head("Content-Length: " + (body.length + 1)));
    victim.wire().sendRaw(Arrays.copyOf(body, body.length / 2));
    victim.wire().endSending();
    hang(victim);
  }

  static void drip(Victim victim) throws IOException {
    byte[] body = victim.genuineBody();
    int step = victim.option("bytes", 1);
    Duration pause = Duration.ofMillis(victim.option("millis", 500));
    victim.wire().sendRaw(head("Content-Length: " + body.length + "\r\nConnection: close"));
    boolean open = true;
    for (int sent = 0; open && sent < body.length; sent += step) {
      victim.wire().sendRaw(Arrays.copyOfRange(body, sent, Math.min(body.length, sent + step)));
      open = victim.wire().pause(pause);
    }
    victim.wire().close();
  }

  static void brokenChunk(Victim victim) throws IOException {
    victim.wire().sendRaw(head("Transfer-Encoding: chunked"));
    victim.wire().sendRaw(bytes("1a\r\n{\"kind\":\"calendar#events\",\r\nzz, no chunk size\r\n"));
    victim.wire().close();
  }

  private static byte[] head(String framing) {
    return bytes(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=UTF-8\r\n"
            + framing
            + "\r\n\r\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
