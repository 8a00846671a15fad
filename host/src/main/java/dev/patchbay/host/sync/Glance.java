package dev.patchbay.host.sync;

import dev.patchbay.api.error.CursorExpired;
import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Page;
import dev.patchbay.api.sync.Source;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at what changed in a collection without taking any of it over. */
final class Glance {
  private static final System.Logger LOG = System.getLogger(Glance.class.getName());

  private final Source source;

  Glance(Source source) {
    this.source = source;
  }

  /**
   * Which of these items are no longer in the collection.
   *
   * @param from where the collection's last reading ended
   */
  Set<String> whichLeft(CollectionId collection, Cursor from, Set<String> items) {
    Seen seen = read(collection, from);
    return items.stream().filter(seen::lacks).collect(Collectors.toSet());
  }

  /** Which of these items came to the collection since its last reading. */
  Set<String> whichCame(CollectionId collection, Cursor from, Set<String> items) {
    Seen seen = read(collection, from);
    return items.stream().filter(seen.there::contains).collect(Collectors.toSet());
  }

  private Seen read(CollectionId collection, Cursor from) {
    try {
      return new Seen(from).read(collection);
    } catch (CursorExpired e) {
      return new Seen(Cursor.start()).read(collection);
    } catch (RateLimited | Unavailable | ReauthorizationNeeded e) {
      throw e;
    } catch (IntegrationException e) {
      LOG.log(Level.WARNING, "Nobody can tell what happens in " + collection.value(), e);
      return new Seen(from);
    }
  }

  private final class Seen {
    private final Set<String> gone = new HashSet<>();
    private final Set<String> there = new HashSet<>();
    private final SeenIds asked = new SeenIds();
    private final boolean fromStart;
    private Cursor from;
    private boolean whole;

    Seen(Cursor from) {
      this.from = from;
      this.fromStart = from.isStart();
    }

    Seen read(CollectionId collection) {
      whole = fromStart;
      boolean more = true;
      while (more && asked.add(from.value())) {
        Page<Change> page = source.read(collection, from);
        whole &= page.snapshot();
        page.items().forEach(this::note);
        from = page.next().orElse(Cursor.start());
        more = !page.last();
      }
      return this;
    }

    private void note(Change change) {
      if (change instanceof Change.Gone) {
        gone.add(change.externalId());
        there.remove(change.externalId());
      } else {
        there.add(change.externalId());
        gone.remove(change.externalId());
      }
    }

    boolean lacks(String item) {
      return gone.contains(item) || (whole && !there.contains(item));
    }
  }
}
