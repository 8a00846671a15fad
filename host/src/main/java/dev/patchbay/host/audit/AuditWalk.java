package dev.patchbay.host.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A look at one chain, link by link. New links may come meanwhile: the end before the walk must be
 * passed, and the end after it must not be.
 */
final class AuditWalk {
  private final String chain;
  private final List<ChainHead> known = new ArrayList<>();
  private ChainHead sound = ChainHead.NONE;
  private String fault = "";

  AuditWalk(String chain, Optional<AuditChains.KnownEnd> end, Optional<ChainHead> remembered) {
    this.chain = chain;
    end.map(AuditChains.KnownEnd::head).ifPresent(known::add);
    remembered.ifPresent(known::add);
  }

  ChainHead sound() {
    return sound;
  }

  boolean accepts(AuditEvent event) {
    fault = faultOf(event);
    if (fault.isEmpty()) {
      sound = event.head();
    }
    return fault.isEmpty();
  }

  private String faultOf(AuditEvent event) {
    if (event.sequence() != sound.sequence() + 1) {
      return "This event is missing; the next one there is " + event.sequence();
    }
    if (!event.computedHash().equals(event.hash())) {
      return "This event was changed: its hash is not that of what it says";
    }
    if (!event.previous().equals(sound.hash())) {
      return "This event does not follow the one before it";
    }
    return known.stream()
        .filter(head -> head.sequence() == event.sequence() && !head.hash().equals(event.hash()))
        .map(head -> "This event was written anew: it had the hash " + head.hash())
        .findFirst()
        .orElse("");
  }

  AuditVerification broken() {
    return AuditVerification.broken(chain, sound, sound.sequence() + 1, fault);
  }

  AuditVerification conclude(Optional<AuditChains.KnownEnd> end) {
    long expected = known.stream().mapToLong(ChainHead::sequence).max().orElse(0);
    if (sound.sequence() < expected) {
      fault = "This event is missing, and all after it; there were " + expected;
      return broken();
    }
    if (!sealed(end)) {
      fault = "The end of the chain is not as this server sealed it";
      return broken();
    }
    return AuditVerification.intact(chain, sound);
  }

  private boolean sealed(Optional<AuditChains.KnownEnd> end) {
    return end.map(one -> one.isGenuine() && sound.sequence() <= one.head().sequence())
        .orElse(sound.sequence() == 0);
  }
}
