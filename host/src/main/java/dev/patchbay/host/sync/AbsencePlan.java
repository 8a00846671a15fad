package dev.patchbay.host.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.host.record.StoredCollection;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The brake on deletions that no service spoke of: items that a complete pass did not show. Many at
 * once may be a fault of the service, or another account, so a person has to confirm them.
 */
final class AbsencePlan {
  private static final long MANY = 20;
  private static final double LARGE_PART = 0.2;

  private final Map<StoredCollection, List<Departure>> held;
  private final Unsent unsent;

  private AbsencePlan(Map<StoredCollection, List<Departure>> held, Unsent unsent) {
    this.held = held;
    this.unsent = unsent;
  }

  /**
   * @param unsent the records that the service never had; that it does not show them says nothing
   */
  static AbsencePlan of(
      List<Departure> departures, List<StoredCollection> collections, Unsent unsent) {
    Map<String, List<Departure>> absent =
        departures.stream()
            .filter(gone -> gone.isAbsence() && !unsent.holds(gone))
            .collect(Collectors.groupingBy(Departure::collectionId));
    return new AbsencePlan(
        collections.stream()
            .filter(collection -> absent.containsKey(collection.id()))
            .filter(collection -> isMuch(collection, absent.get(collection.id()), unsent))
            .collect(Collectors.toMap(each -> each, each -> absent.get(each.id()))),
        unsent);
  }

  private static boolean isMuch(
      StoredCollection collection, List<Departure> absent, Unsent unsent) {
    return isAll(collection, absent, unsent)
        || (absent.size() > MANY && absent.size() > LARGE_PART * collection.records());
  }

  private static boolean isAll(StoredCollection collection, List<Departure> absent, Unsent unsent) {
    return absent.size() >= collection.records() - unsent.in(collection.id());
  }

  /** What would be deleted, by collection. */
  Map<StoredCollection, List<Departure>> held() {
    return held;
  }

  /** The collections of which nothing would be left. */
  List<StoredCollection> emptied() {
    return held.entrySet().stream()
        .filter(each -> isAll(each.getKey(), each.getValue(), unsent))
        .map(Map.Entry::getKey)
        .toList();
  }

  boolean holds(Departure departure) {
    return held.values().stream().anyMatch(absent -> absent.contains(departure));
  }

  /** Stands for exactly these deletions; empty if none is held. */
  Optional<String> hash() {
    if (held.isEmpty()) {
      return Optional.empty();
    }
    String lines =
        held.values().stream()
            .flatMap(List::stream)
            .map(absent -> absent.collectionId() + " " + absent.externalId())
            .sorted()
            .collect(Collectors.joining("\n"));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Optional.of(HexFormat.of().formatHex(digest.digest(lines.getBytes(UTF_8))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** What a person should know before confirming. */
  List<RunError> notes() {
    return held.entrySet().stream()
        .map(
            each ->
                RunError.note(
                    "The service no longer shows %d of the %d records of the collection %s."
                            .formatted(
                                each.getValue().size(),
                                each.getKey().records(),
                                each.getKey().name())
                        + " None of them was deleted here: confirm the run's plan if they are"
                        + " really gone."))
        .toList();
  }
}
