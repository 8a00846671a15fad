package dev.patchbay.host.edit;

import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.api.item.Patch;
import dev.patchbay.host.json.JsonObjects;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A record that the CRM edited and the service does not show yet: the row of the edit, and the
 * record as it now is.
 *
 * @param externalVersion the version that the base had at the service; empty if it has none yet
 * @param base what the service held when both sides last agreed; empty for a new item
 * @param data the record with the edit
 * @param sent the record as it was sent last, while nobody knows whether that arrived
 * @param deleted whether the record is deleted here
 * @param key the same for every attempt of one intended effect
 * @param sameAs of a new record, the record that it was decided to be the same as, or {@code none}
 * @param moveTo the collection to which the CRM moved the record, and its item not yet
 * @param notice whether those who are invited are to be told
 * @param split the part that it has in the split of a series
 * @param generation counts the CRM's edits of the record since both sides last agreed
 */
public record PendingEdit(
    String recordId,
    String collectionId,
    EditKind kind,
    EditState state,
    String externalId,
    Optional<String> externalVersion,
    String fingerprint,
    Optional<String> base,
    String data,
    Optional<String> sent,
    boolean deleted,
    IdempotencyKey key,
    long generation,
    Instant editedAt,
    Optional<String> reason,
    Optional<String> sameAs,
    Optional<String> moveTo,
    Notice notice,
    Optional<SplitPart> split) {

  public Map<String, Object> baseObject() {
    return base.map(JsonObjects::read).orElseGet(Map::of);
  }

  public Map<String, Object> dataObject() {
    return JsonObjects.read(data);
  }

  /** The same edit, taken as one of another state. */
  public PendingEdit on(String otherBase) {
    return with(Optional.of(otherBase), notice);
  }

  /** The same edit, of which others are told. */
  public PendingEdit with(Notice other) {
    return with(base, other);
  }

  private PendingEdit with(Optional<String> otherBase, Notice otherNotice) {
    return new PendingEdit(
        recordId,
        collectionId,
        kind,
        state,
        externalId,
        externalVersion,
        fingerprint,
        otherBase,
        data,
        sent,
        deleted,
        key,
        generation,
        editedAt,
        reason,
        sameAs,
        moveTo,
        otherNotice,
        split);
  }

  /** Whether the CRM changed the record after it was sent. */
  public boolean isOvertaken() {
    return sent.filter(
            then ->
                deleted
                    || destination().isPresent()
                    || !JsonObjects.read(then).equals(dataObject()))
        .isPresent();
  }

  /**
   * Whether the service has what was sent, as far as its state tells: it is where it was to go, and
   * nothing that was sent is there as it was before. What it made of a value may be another text.
   *
   * @param service what the service holds
   */
  boolean hasArrived(Map<String, Object> service) {
    return destination().isEmpty()
        && sent.map(JsonObjects::read)
            .map(then -> Patch.between(baseObject(), then))
            .filter(then -> isTouched(then, Patch.between(baseObject(), service)))
            .isPresent();
  }

  private static boolean isTouched(Patch sent, Patch there) {
    return sent.changes().keySet().stream()
        .allMatch(
            path ->
                there.changes().keySet().stream()
                    .anyMatch(other -> path.equals(other) || path.startsWith(other + "/")));
  }

  /** Where the item has to be moved before anything else. */
  public Optional<String> destination() {
    return moveTo.filter(to -> kind == EditKind.UPDATE && !to.equals(collectionId));
  }

  /** Whether the item is moved and nothing else of it was edited. */
  public boolean isMoveAlone() {
    return destination().isPresent() && patch().isEmpty();
  }

  /** Whether it was sent there and nothing else of it was, while nobody knows what came of that. */
  public boolean wasSentTo(String collection) {
    return destination().filter(collection::equals).isPresent()
        && sent.filter(then -> JsonObjects.read(then).equals(baseObject())).isPresent();
  }

  /** Where the item will be. */
  public String place() {
    return destination().orElse(collectionId);
  }

  /** The collections that are written to. */
  public Set<String> places() {
    return destination().map(to -> Set.of(collectionId, to)).orElseGet(() -> Set.of(collectionId));
  }

  /** What the service does not have yet. */
  public Patch patch() {
    return Patch.between(baseObject(), dataObject());
  }
}
