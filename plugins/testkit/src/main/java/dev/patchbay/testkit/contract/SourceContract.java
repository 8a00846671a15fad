package dev.patchbay.testkit.contract;

import static dev.patchbay.testkit.contract.Expectation.expect;
import static dev.patchbay.testkit.contract.Expectation.thrown;

import dev.patchbay.api.error.CursorExpired;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.Cursor;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every plugin does that reads items. */
public interface SourceContract extends PluginContract {

  @Override
  SimulatedItems service();

  @Test
  @Proves(ContractPoint.PAGING_ENDS)
  default void should_bring_each_item_once_and_come_to_an_end() {
    try (var service = service()) {
      int items = service.moreThanAPage();
      service.add(Bench.ACCOUNT, items);
      var pass = new Bench(this, service).pass(Cursor.start());
      var present = pass.present();

      expect(pass.pages() > 1, "more than one page for " + items + " items");
      expect(present.size() == items, "%d items, not %d".formatted(items, present.size()));
      expect(new HashSet<>(present).size() == items, "each item once in the pages of a pass");
    }
  }

  @Test
  @Proves(ContractPoint.CHANGES_ONLY)
  default void should_bring_only_what_changed_since() {
    try (var service = service()) {
      service.add(Bench.ACCOUNT, 3);
      var bench = new Bench(this, service);
      var first = bench.pass(Cursor.start());

      expect(bench.pass(first.next()).changes().isEmpty(), "nothing when nothing has changed");
      var added = service.add(Bench.ACCOUNT, 1);
      expect(
          bench.pass(first.next()).present().equals(List.of(added)),
          "the one item that came since");
    }
  }

  @Test
  @Proves(ContractPoint.DELETIONS_SEEN)
  default void should_notice_that_an_item_was_deleted() {
    try (var service = service()) {
      service.add(Bench.ACCOUNT, 2);
      var item = service.add(Bench.ACCOUNT, 1);
      var bench = new Bench(this, service);
      var first = bench.pass(Cursor.start());
      service.remove(Bench.ACCOUNT, item);

      expect(bench.pass(first.next()).hasLost(item), "the deleted item to be gone");
    }
  }

  @Test
  @Proves(ContractPoint.MOVES_SEEN)
  default void should_find_an_item_again_that_was_moved() {
    try (var service = service()) {
      service.add(Bench.ACCOUNT, 2);
      var item = service.add(Bench.ACCOUNT, 1);
      var bench = new Bench(this, service);
      var first = bench.pass(bench.collection(0), Cursor.start());
      var second = bench.pass(bench.collection(1), Cursor.start());
      service.move(Bench.ACCOUNT, item);

      expect(
          bench.pass(bench.collection(0), first.next()).hasLost(item),
          "the moved item to be gone from where it was");
      expect(
          bench.pass(bench.collection(1), second.next()).present().contains(item),
          "the moved item by its id where it went");
    }
  }

  @Test
  @Proves(ContractPoint.CURSOR_REREAD)
  default void should_bring_the_same_again_when_a_cursor_is_read_twice() {
    try (var service = service()) {
      service.add(Bench.ACCOUNT, service.moreThanAPage());
      var bench = new Bench(this, service);
      var collection = bench.collection();
      var second = bench.source().read(collection, Cursor.start()).next().orElseThrow();

      expect(
          ids(bench.source().read(collection, second).items())
              .equals(ids(bench.source().read(collection, second).items())),
          "the same items for the same cursor");
    }
  }

  @Test
  @Proves(ContractPoint.CURSOR_EXPIRED)
  default void should_say_that_a_cursor_is_no_longer_known() {
    try (var service = service()) {
      service.add(Bench.ACCOUNT, 2);
      var bench = new Bench(this, service);
      var next = bench.pass(Cursor.start()).next();
      var collection = bench.collection();
      service.expireCursors();

      thrown("read", CursorExpired.class, () -> bench.source().read(collection, next));
    }
  }

  @Test
  @Proves(ContractPoint.TOKEN_RENEWED)
  default void should_go_on_with_a_token_that_was_renewed_between_two_pages() {
    try (var service = service()) {
      service.add(Bench.ACCOUNT, service.moreThanAPage());
      var bench = new Bench(this, service);
      var source = bench.source();
      var collection = bench.collection();
      var second = source.read(collection, Cursor.start()).next().orElseThrow();
      service.renew(Bench.ACCOUNT);

      expect(
          !source.read(collection, second).items().isEmpty(), "the second page by the new token");
    }
  }

  @Test
  @Proves(ContractPoint.CONNECTIONS_APART)
  default void should_not_mix_two_connections() {
    try (var service = service()) {
      var plugin = plugin();
      service.add(Bench.ACCOUNT, service.moreThanAPage());
      var hers = service.add("grace", service.moreThanAPage());
      var ada = new Bench(plugin, service, Bench.ACCOUNT);
      var grace = new Bench(plugin, service, "grace");
      var second = ada.source().read(ada.collection(), Cursor.start()).next().orElseThrow();
      var all = grace.pass(Cursor.start()).present();
      var rest = ids(ada.source().read(ada.collection(), second).items());

      expect(all.contains(hers), "the other account's own items");
      expect(rest.stream().noneMatch(all::contains), "each account's items to stay its own");
    }
  }

  @Test
  @Proves(ContractPoint.ITEMS_FIT)
  default void should_map_an_item_to_its_type_and_always_alike() {
    try (var service = service()) {
      service.add(Bench.ACCOUNT, 2);
      var bench = new Bench(this, service);
      var type = bench.source().type();
      var first = bench.pass(Cursor.start()).upserts();
      var again = bench.pass(Cursor.start()).upserts();

      for (int i = 0; i < first.size(); i++) {
        var item = first.get(i).item();
        expect(item.type().equals(type), "an item of the type " + type + ", not " + item.type());
        expect(item.equals(again.get(i).item()), "the same item when it is read again");
        expect(
            first.get(i).fingerprint().equals(again.get(i).fingerprint()),
            "the same fingerprint when nothing has changed");
      }
    }
  }

  @Test
  @Proves(ContractPoint.NOTHING_LOST)
  default void should_lose_nothing_that_an_item_holds() {
    try (var service = service()) {
      var texts = service.addFull(Bench.ACCOUNT);
      var items = new Bench(this, service).pass(Cursor.start()).upserts();

      expect(!texts.isEmpty() && items.size() == 1, "one full item");
      var json = items.get(0).item().json().toString();
      texts.forEach(text -> expect(json.contains(text), "\"" + text + "\" somewhere in the item"));
    }
  }

  private static List<String> ids(List<Change> changes) {
    return changes.stream().map(Change::externalId).toList();
  }
}
