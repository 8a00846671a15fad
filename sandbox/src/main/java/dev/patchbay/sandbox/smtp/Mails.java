package dev.patchbay.sandbox.smtp;

import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.state.State;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What was sent: the last mails, which survive a restart. */
final class Mails {
  private static final String PREFIX = "smtp/mail/";
  private static final int REMEMBERED = 500;

  private final TreeMap<Long, StoredMail> byNumber = new TreeMap<>();
  private final State state;
  private final Clock clock;

  Mails(State state, Clock clock) {
    this.state = state;
    this.clock = clock;
    state.each(
        PREFIX,
        (key, json) -> {
          StoredMail mail = StoredMail.of(Json.trusted(json));
          byNumber.put(mail.number(), mail);
        });
  }

  synchronized StoredMail add(String from, List<String> to, byte[] mail) {
    long number = byNumber.isEmpty() ? 1 : byNumber.lastKey() + 1;
    StoredMail stored = new StoredMail(number, clock.instant(), from, to, StoredMail.text(mail));
    byNumber.put(number, stored);
    state.put(PREFIX + number, stored.document());
    while (byNumber.size() > REMEMBERED) {
      state.remove(PREFIX + byNumber.pollFirstEntry().getKey());
    }
    return stored;
  }

  /** Newest first. */
  synchronized List<StoredMail> all() {
    List<StoredMail> all = new ArrayList<>(byNumber.values());
    Collections.reverse(all);
    return all;
  }

  synchronized Optional<StoredMail> find(long number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  synchronized void forget() {
    byNumber.keySet().forEach(number -> state.remove(PREFIX + number));
    byNumber.clear();
  }
}
