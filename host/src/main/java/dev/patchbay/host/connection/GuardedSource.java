package dev.patchbay.host.connection;

import dev.patchbay.api.McpClient;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.Collection;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Page;
import dev.patchbay.api.sync.Source;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A connection's source for a whole run. Each page is a call of its own, so that a token that ends
 * in the middle of a long run is renewed there.
 */
final class GuardedSource implements Source {
  private final String type;
  private final Way way;

  GuardedSource(String type, Way way) {
    this.type = type;
    this.way = way;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public Page<Collection> collections(Cursor from) {
    return way.read("list collections", client -> in(client).collections(from));
  }

  @Override
  public Page<Change> read(CollectionId collection, Cursor from) {
    return guarded(way.read("read a page", client -> in(client).read(collection, from)));
  }

  private Page<Change> guarded(Page<Change> page) {
    List<Change> items = page.items().stream().map(this::mapped).toList();
    Page<Change> same =
        page.last()
            ? page.next().map(next -> Page.last(items, next)).orElseGet(() -> Page.last(items))
            : Page.more(items, page.next().orElseThrow());
    return page.snapshot() ? same.ofSnapshot() : same;
  }

  /** An item is mapped only when it is needed, and that is the plugin's code too. */
  private Change mapped(Change change) {
    return change instanceof Change.Upsert upsert
        ? Change.upsert(
            upsert.externalId(),
            upsert.version().orElse(null),
            upsert.fingerprint(),
            () -> way.compute(upsert::item))
        : change;
  }

  private Source in(McpClient client) {
    return client.sources().stream()
        .filter(source -> source.type().equals(type))
        .findFirst()
        .orElseThrow(
            () ->
                new Rejected(
                    "The type "
                        + type
                        + " is not read any more: the plugin does not offer it, or the"
                        + " integration does not allow it"));
  }

  /** How one call reaches the connection's client. */
  interface Way {
    <T> T read(String what, Function<McpClient, T> work);

    <T> T write(String what, Function<McpClient, T> work);

    <T> T compute(Supplier<T> code);
  }
}
