package dev.patchbay.smtp.inbox;

import dev.patchbay.api.error.CursorExpired;
import dev.patchbay.api.item.Message;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.Collection;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Page;
import dev.patchbay.api.sync.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the mails of folders, so that a CRM finds the replies to what it sent. A mail never changes
 * (RFC 3501, section 2.3.1.1), so that there is only what came and what went; whether somebody read
 * it is no part of it.
 */
final class InboxSource implements Source {

  private static final int PAGE = 25;
  private static final int MOST_GONE = 1_000;
  private static final int WINDOW = 10_000;

  private final Inbox inbox;

  InboxSource(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public String type() {
    return Message.TYPE;
  }

  @Override
  public Page<Collection> collections(Cursor from) {
    try (var line = inbox.open()) {
      return Page.last(inbox.folders().stream().map(name -> collection(line, name)).toList())
          .ofSnapshot();
    }
  }

  private Collection collection(ImapLine line, String name) {
    var folder = MailFolder.open(line, name);
    return Collection.builder(new CollectionId(folder.name()), folder.name())
        .primary(name.equals(inbox.folders().get(0)))
        .build();
  }

  @Override
  public Page<Change> read(CollectionId collection, Cursor from) {
    try (var line = inbox.open()) {
      return new Reading(MailFolder.open(line, collection.value())).page(from);
    }
  }

  /** One page of one folder. */
  private final class Reading {

    private final MailFolder folder;

    Reading(MailFolder folder) {
      this.folder = folder;
    }

    Page<Change> page(Cursor from) {
      if (from.isStart()) {
        return page(FolderCursor.start(folder.state(), present()), Stream.empty());
      }
      var before = FolderCursor.of(from);
      if (before.validity() != folder.state().validity()) {
        throw new CursorExpired(
            "The mail server numbers the mails of the folder \"%s\" anew".formatted(folder.name()));
      }
      return before.isBetweenPasses() ? whatHappened(before) : page(before, Stream.empty());
    }

    private Page<Change> whatHappened(FolderCursor before) {
      if (before.stillHolds(folder.state())) {
        return Page.last(List.of(), before.cursor());
      }
      var present = present();
      var all = before.known().without(present);
      var gone = all.first(MOST_GONE);
      var changes = gone.stream().mapToObj(this::gone);
      return gone.size() < all.size()
          ? Page.more(changes.toList(), before.without(gone).cursor())
          : page(before.since(folder.state(), present), changes);
    }

    private Change gone(long uid) {
      return Change.gone(folder.id(uid), "deleted");
    }

    private UidSet present() {
      return folder.mails().between(1, folder.state().next(), inbox.since());
    }

    private Page<Change> page(FolderCursor at, Stream<Change> before) {
      long below = Math.min(at.floor(), Math.min(at.next() + WINDOW, at.end()));
      var ahead =
          at.next() < at.floor()
              ? folder.mails().between(at.next(), below, inbox.since())
              : at.known().from(at.next()).below(at.end());
      var uids = ahead.first(PAGE);
      long next =
          uids.size() < ahead.size()
              ? uids.stream().max().orElseThrow() + 1
              : at.next() < at.floor() ? below : at.end();
      var changes = new ArrayList<>(before.toList());
      changes.addAll(new MailFetch(folder, inbox.address()).changes(uids));
      return page(changes, at.at(next));
    }

    private Page<Change> page(List<Change> changes, FolderCursor next) {
      var page =
          next.isBetweenPasses()
              ? Page.last(changes, next.cursor())
              : Page.more(changes, next.cursor());
      return next.whole() ? page.ofSnapshot() : page;
    }
  }
}
