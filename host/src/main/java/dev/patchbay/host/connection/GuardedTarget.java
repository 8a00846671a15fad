package dev.patchbay.host.connection;

import dev.patchbay.api.McpClient;
import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.api.item.Item;
import dev.patchbay.api.item.ItemId;
import dev.patchbay.api.item.Patch;
import dev.patchbay.api.item.Version;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Target;
import dev.patchbay.api.sync.Written;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A connection's target for a whole run. Each write is a call of its own. */
final class GuardedTarget implements Target {
  private final String type;
  private final GuardedSource.Way way;
  private final UnaryOperator<Target> manner;

  GuardedTarget(String type, GuardedSource.Way way) {
    this(type, way, UnaryOperator.identity());
  }

  private GuardedTarget(String type, GuardedSource.Way way, UnaryOperator<Target> manner) {
    this.type = type;
    this.way = way;
    this.manner = manner;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public Written create(CollectionId collection, Item item, IdempotencyKey key) {
    return way.write("create an item", client -> in(client).create(collection, item, key));
  }

  @Override
  public Written update(ItemId id, Patch patch, Version expected) {
    return way.write("change an item", client -> in(client).update(id, patch, expected));
  }

  @Override
  public void delete(ItemId id, Version expected) {
    way.<Boolean>write(
        "delete an item",
        client -> {
          in(client).delete(id, expected);
          return true;
        });
  }

  @Override
  public Written move(ItemId id, CollectionId to) {
    return way.write("move an item", client -> in(client).move(id, to));
  }

  @Override
  public Target notifying() {
    return new GuardedTarget(type, way, Target::notifying);
  }

  @Override
  public Optional<Written> read(ItemId id) {
    return way.read("read an item", client -> in(client).read(id));
  }

  @Override
  public Optional<Written> find(CollectionId collection, IdempotencyKey key) {
    return way.read("look for a new item", client -> in(client).find(collection, key));
  }

  private Target in(McpClient client) {
    return client.targets().stream()
        .filter(target -> target.type().equals(type))
        .findFirst()
        .map(manner)
        .orElseThrow(() -> new IllegalStateException("The plugin no longer writes " + type));
  }
}
