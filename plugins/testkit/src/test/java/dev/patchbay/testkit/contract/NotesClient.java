package dev.patchbay.testkit.contract;

import dev.patchbay.api.Account;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.action.Action;
import dev.patchbay.api.item.Version;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.Collection;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Page;
import dev.patchbay.api.sync.Source;
import dev.patchbay.api.sync.Target;
import dev.patchbay.api.webhook.Subscriber;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One account's notes: what can be read. */
final class NotesClient implements McpClient, Source {
  private final NotesWire wire;
  private final Optional<Flaw> flaw;
  private final Set<Cursor> read = new HashSet<>();
  private int checks;

  NotesClient(NotesWire wire, Optional<Flaw> flaw) {
    this.wire = wire;
    this.flaw = flaw;
  }

  @Override
  public Account check() {
    wire.size();
    if (Flaw.GOES_ELSEWHERE.isIn(flaw)) {
      wire.get("/statistics");
    }
    var name = wire.get("/me").get(0);
    return Account.of(
        Flaw.FORGETS_WHO_IT_IS.isIn(flaw) && checks++ > 0 ? UUID.randomUUID().toString() : name,
        name,
        Set.of());
  }

  @Override
  public List<Source> sources() {
    return List.of(this);
  }

  @Override
  public List<Target> targets() {
    return List.of(new NotesTarget(wire, flaw));
  }

  @Override
  public List<Action<?, ?>> actions() {
    return List.of(new RingBell(wire, flaw));
  }

  @Override
  public List<Subscriber> subscribers() {
    return List.of(new NotesSubscriber(wire, flaw));
  }

  @Override
  public String type() {
    return NoteLine.TYPE;
  }

  @Override
  public Page<Collection> collections(Cursor from) {
    return Page.last(
        wire.get("/boxes").stream()
            .map(name -> Collection.builder(new CollectionId(name), name).build())
            .toList());
  }

  @Override
  public Page<Change> read(CollectionId box, Cursor from) {
    var lines =
        wire.get("/boxes/%s?from=%s&size=%d".formatted(box.value(), place(from), wire.size()));
    var changes = lines.stream().skip(1).flatMap(line -> change(line).stream()).toList();
    var head = lines.get(0).split(" ", -1);
    if (Flaw.READS_A_CURSOR_ONCE.isIn(flaw) && isPage(from) && !read.add(from)) {
      changes = List.of();
    }
    return head[1].equals("last")
        ? Page.last(changes, Cursor.of("p" + head[0]))
        : Page.more(changes, Cursor.of("m" + head[0]));
  }

  private String place(Cursor from) {
    if (from.isStart()) {
      return "0";
    }
    var place = from.value().substring(1);
    boolean early =
        isPage(from) ? Flaw.OVERLAPS_PAGES.isIn(flaw) : Flaw.STARTS_TOO_EARLY.isIn(flaw);
    return early ? oneEarlier(place) : place;
  }

  private static boolean isPage(Cursor cursor) {
    return cursor.value().startsWith("m");
  }

  private static String oneEarlier(String place) {
    var parts = place.split("\\.", -1);
    return parts[0] + "." + Math.max(0, Integer.parseInt(parts[1]) - 1);
  }

  private Optional<Change> change(String line) {
    if (!line.startsWith("gone ")) {
      var note = NoteLine.parse(line);
      return Optional.of(
          Change.upsert(
              note.id(), new Version(note.version()), note.version(), () -> note.item(flaw)));
    }
    var parts = line.split(" ", -1);
    var dropped = parts[2].equals("moved") ? Flaw.DROPS_MOVES : Flaw.DROPS_DELETIONS;
    return dropped.isIn(flaw) ? Optional.empty() : Optional.of(Change.gone(parts[1], parts[2]));
  }

  @Override
  public String toString() {
    return "NotesClient[" + wire + "]";
  }
}
