package dev.patchbay.testkit.contract;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.api.item.Item;
import dev.patchbay.api.item.ItemId;
import dev.patchbay.api.item.Patch;
import dev.patchbay.api.item.Version;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Target;
import dev.patchbay.api.sync.Written;
import java.util.Map;
import java.util.Optional;

/** One account's notes: what can be written. */
final class NotesTarget implements Target {
  private final NotesWire wire;
  private final Optional<Flaw> flaw;

  NotesTarget(NotesWire wire, Optional<Flaw> flaw) {
    this.wire = wire;
    this.flaw = flaw;
  }

  @Override
  public String type() {
    return NoteLine.TYPE;
  }

  @Override
  public Written create(CollectionId box, Item item, IdempotencyKey key) {
    var body = NoteLine.of(item.json()).body();
    if (Flaw.SHORTENS_TITLES.isIn(flaw)) {
      body = body.substring(1);
    }
    var headers =
        Flaw.CREATES_TWICE.isIn(flaw)
            ? Map.<String, String>of()
            : Map.of("Idempotency-Key", key.value());
    return written(box.value(), wire.ask("POST", "/boxes/" + box.value(), headers, body).get(0));
  }

  @Override
  public Written update(ItemId id, Patch patch, Version expected) {
    var json = patch.applyTo(patch.base().orElseThrow().json());
    return written(
        id.collection(),
        wire.ask("PUT", path(id), ifMatch(expected), NoteLine.of(json).body()).get(0));
  }

  @Override
  public void delete(ItemId id, Version expected) {
    var said = wire.ask("DELETE", path(id), ifMatch(expected), "");
    if (Flaw.MINDS_WHAT_IS_GONE.isIn(flaw) && said.contains("was gone")) {
      throw new Rejected("The note is gone");
    }
  }

  private Map<String, String> ifMatch(Version expected) {
    return Map.of("If-Match", Flaw.OVERWRITES_WHAT_IS_NEWER.isIn(flaw) ? "*" : expected.value());
  }

  private static String path(ItemId id) {
    return "/boxes/" + id.collection() + "/" + id.externalId();
  }

  private Written written(String box, String line) {
    var note = NoteLine.parse(line);
    return Written.of(
        new ItemId(box, note.id()), new Version(note.version()), note.version(), note.item(flaw));
  }
}
