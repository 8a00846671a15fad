package dev.patchbay.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.webhook.Hmac;
import dev.patchbay.testkit.TestConnectionContext;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;

/** Whom the notes service tells of which box, and what it has sent them. */
final class NotesWatches {
  private final Map<String, Watched> watches = new LinkedHashMap<>();
  private final Map<URI, Queue<Delivery>> sent = new HashMap<>();

  /** A line with id, address, secret and box. */
  synchronized void begin(String account, String line) {
    var parts = line.split("\t", -1);
    watches.put(
        parts[0], new Watched(account, parts[3], URI.create(parts[1]), Secret.of(parts[2])));
  }

  /** Whether there was one of this id. */
  synchronized boolean end(String id) {
    return watches.remove(id) != null;
  }

  synchronized void tell(String account, String box, String event) {
    watches.values().stream()
        .filter(watch -> watch.account().equals(account) && watch.box().equals(box))
        .forEach(watch -> to(watch.address()).add(watch.told(event)));
  }

  synchronized Delivery next(URI address) {
    var delivery = to(address).poll();
    if (delivery == null) {
      throw new AssertionError("Nothing was sent to " + address);
    }
    return delivery;
  }

  synchronized boolean isSilent(URI address) {
    return to(address).isEmpty();
  }

  private Queue<Delivery> to(URI address) {
    return sent.computeIfAbsent(address, none -> new ArrayDeque<>());
  }

  /** What the service sends of an event of an account. */
  static Delivery signed(URI address, Secret secret, String event, String account) {
    var body = event + " " + account;
    var now = TestConnectionContext.NOW;
    var time = Long.toString(now.getEpochSecond());
    var signature = Hmac.sha256(secret).of(time + ".", body.getBytes(UTF_8));
    return new Delivery(
        "POST",
        address,
        Map.of(NotesHook.TIME, time, NotesHook.SIGNATURE, HexFormat.of().formatHex(signature)),
        body,
        now);
  }

  private record Watched(String account, String box, URI address, Secret secret) {
    Delivery told(String event) {
      return signed(address, secret, event, account);
    }
  }
}
