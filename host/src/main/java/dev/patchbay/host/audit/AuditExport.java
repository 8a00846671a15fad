package dev.patchbay.host.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A whole chain as lines of JSON, read in portions while it is written. */
final class AuditExport implements StreamingOutput {
  private static final int ROWS = 1000;

  private final AuditTrail trail;
  private final String chain;

  AuditExport(AuditTrail trail, String chain) {
    this.trail = trail;
    this.chain = chain;
  }

  @Override
  public void write(OutputStream out) throws IOException {
    long last = 0;
    List<AuditEvent> events;
    do {
      events = trail.after(chain, last, ROWS);
      for (AuditEvent event : events) {
        out.write((event.line() + "\n").getBytes(UTF_8));
        last = event.sequence();
      }
    } while (events.size() == ROWS);
  }
}
