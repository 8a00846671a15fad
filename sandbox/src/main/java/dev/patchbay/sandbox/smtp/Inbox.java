package dev.patchbay.sandbox.smtp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.state.State;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;

/**
 * What came in for the one mailbox, numbered as IMAP wants it: no number is ever given twice as
 * long as the validity stays, which survives a restart as the mails do.
 */
final class Inbox {
  private static final String PREFIX = "smtp/inbox/";
  private static final String NUMBERS = "smtp/inbox-numbers";

  private final TreeMap<Long, StoredMail> byNumber = new TreeMap<>();
  private final State state;
  private final Clock clock;
  private long validity;
  private long next = 1;

  Inbox(State state, Clock clock) {
    this.state = state;
    this.clock = clock;
    this.validity = clock.instant().getEpochSecond();
    state.each(
        PREFIX,
        (key, json) -> {
          StoredMail mail = StoredMail.of(Json.trusted(json));
          byNumber.put(mail.number(), mail);
        });
    state.each(
        NUMBERS,
        (key, json) -> {
          ObjectNode numbers = Json.trusted(json);
          validity = numbers.path("validity").asLong();
          next = numbers.path("next").asLong();
        });
    keepNumbers();
  }

  synchronized StoredMail add(String from, String raw) {
    StoredMail mail = new StoredMail(next, clock.instant(), from, List.of(Mailbox.ADDRESS), raw);
    next++;
    keepNumbers();
    keep(mail);
    return mail;
  }

  private void keep(StoredMail mail) {
    byNumber.put(mail.number(), mail);
    state.put(PREFIX + mail.number(), mail.document());
  }

  private void keepNumbers() {
    state.put(NUMBERS, Json.object().put("validity", validity).put("next", next));
  }

  /** Oldest first. */
  synchronized List<StoredMail> all() {
    return List.copyOf(byNumber.values());
  }

  synchronized boolean remove(long number) {
    state.remove(PREFIX + number);
    return byNumber.remove(number) != null;
  }

  /** Numbers everything anew, as a server does that was restored from a backup. */
  synchronized void renumber() {
    List<StoredMail> all = all();
    all.forEach(mail -> remove(mail.number()));
    validity++;
    next = 1;
    for (StoredMail mail : all) {
      keep(new StoredMail(next++, mail.at(), mail.from(), mail.to(), mail.raw()));
    }
    keepNumbers();
  }

  synchronized long validity() {
    return validity;
  }

  synchronized long next() {
    return next;
  }
}
