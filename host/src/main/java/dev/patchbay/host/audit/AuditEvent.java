package dev.patchbay.host.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.host.json.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A link of a chain. Its hash is that of its JSON text up to the hash itself, which holds the hash
 * of the link before: so a line of an export is checked as it stands, by anybody who has SHA-256.
 *
 * @param chain the tenant, or {@code server}
 * @param sequence counts from 1, without a gap
 * @param correlation ties it to the request and its log lines
 * @param previous the hash of the link before; zeros for the first
 */
@JsonPropertyOrder({
  "chain",
  "sequence",
  "at",
  "actor",
  "action",
  "outcome",
  "target",
  "detail",
  "correlation",
  "previous",
  "hash"
})
public record AuditEvent(
    String chain,
    long sequence,
    Instant at,
    Actor actor,
    String action,
    Outcome outcome,
    String target,
    SortedMap<String, String> detail,
    String correlation,
    String previous,
    String hash) {
  private static final String HASH = ",\"hash\":";

  static AuditEvent after(ChainHead head, Deed deed, Instant at, String correlation) {
    AuditEvent open =
        new AuditEvent(
            deed.chain(),
            head.sequence() + 1,
            at,
            deed.actor(),
            deed.action(),
            deed.outcome(),
            deed.target(),
            new TreeMap<>(deed.detail()),
            correlation,
            head.hash(),
            "");
    return open.withHash(open.computedHash());
  }

  private AuditEvent withHash(String computed) {
    return new AuditEvent(
        chain,
        sequence,
        at,
        actor,
        action,
        outcome,
        target,
        detail,
        correlation,
        previous,
        computed);
  }

  /** Returns the hash that these contents have, whatever is written as such. */
  String computedHash() {
    String line = line();
    String text = line.substring(0, line.lastIndexOf(HASH));
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JDK has no SHA-256", e);
    }
  }

  /** Returns it as one line of JSON. */
  String line() {
    try {
      return Json.mapper().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Audit event " + sequence + " cannot be written", e);
    }
  }

  ChainHead head() {
    return new ChainHead(sequence, hash);
  }
}
