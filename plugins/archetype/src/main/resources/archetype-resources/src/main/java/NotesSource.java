package ${package};

import dev.patchbay.api.item.Item;
import dev.patchbay.api.item.Version;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.Collection;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Page;
import dev.patchbay.api.sync.Source;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads notes, box by box; the service tells what changed since a cursor. */
final class NotesSource implements Source {

  static final String TYPE = "note";

  private final NotesApi api;

  NotesSource(NotesApi api) {
    this.api = api;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Page<Collection> collections(Cursor from) {
    var boxes = NotesApi.list(api.get("/boxes"), "boxes");
    return Page.last(boxes.stream().map(NotesSource::collection).toList());
  }

  @Override
  public Page<Change> read(CollectionId box, Cursor from) {
    var page = api.get("/boxes/" + encoded(box.value()) + "/notes?cursor=" + encoded(from.value()));
    var changes = NotesApi.list(page, "notes").stream().map(NotesSource::change).toList();
    var next = Cursor.of(NotesApi.text(page, "next"));
    return Boolean.TRUE.equals(page.get("last"))
        ? Page.last(changes, next)
        : Page.more(changes, next);
  }

  private static Collection collection(Map<String, Object> box) {
    return Collection.builder(new CollectionId(NotesApi.text(box, "id")), NotesApi.text(box, "name"))
        .build();
  }

  private static Change change(Map<String, Object> note) {
    var id = NotesApi.text(note, "id");
    if (Boolean.TRUE.equals(note.get("gone"))) {
      return Change.gone(id, "deleted");
    }
    var version = NotesApi.text(note, "version");
    return Change.upsert(id, new Version(version), version, () -> item(note));
  }

  private static Item item(Map<String, Object> note) {
    return Item.of(
        TYPE, Map.of("title", NotesApi.text(note, "title"), "text", NotesApi.text(note, "text")));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
