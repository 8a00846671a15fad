package dev.patchbay.bench.idle;

import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.Collection;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Page;
import dev.patchbay.api.sync.Source;
import java.util.List;

/** One collection in which nothing has changed. */
final class IdleSource implements Source {
  static final String TYPE = "event";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Page<Collection> collections(Cursor from) {
    return Page.last(List.of(Collection.builder(new CollectionId("home"), "Home").build()));
  }

  @Override
  public Page<Change> read(CollectionId collection, Cursor from) {
    return Page.last(List.of(), Cursor.of("now"));
  }
}
