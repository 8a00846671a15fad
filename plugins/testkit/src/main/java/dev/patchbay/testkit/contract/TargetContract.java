package dev.patchbay.testkit.contract;

import static dev.patchbay.testkit.contract.Expectation.expect;
import static dev.patchbay.testkit.contract.Expectation.thrown;

import dev.patchbay.api.TypeDescriptor;
import dev.patchbay.api.error.VersionConflict;
import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.api.item.Item;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Written;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every plugin does that writes items. */
public interface TargetContract extends SourceContract {

  @Override
  SimulatedWrites service();

  @Test
  @Proves(ContractPoint.WRITTEN_BACK)
  default void should_read_an_item_as_it_was_written() {
    try (var service = service()) {
      var bench = new Bench(this, service);
      var created = create(bench, service, "new");
      alike(bench, service.item().json(), created);
      var updated =
          bench
              .target()
              .update(created.id(), service.edit().basedOn(created.item()), created.version());
      alike(bench, service.edit().applyTo(service.item().json()), updated);
      expect(!updated.version().equals(created.version()), "another version after an edit");
    }
  }

  @Test
  @Proves(ContractPoint.VERSION_GUARDED)
  default void should_overwrite_nothing_that_is_newer() {
    try (var service = service()) {
      var bench = new Bench(this, service);
      var target = bench.target();
      var old = create(bench, service, "new");
      var edit = service.edit().basedOn(old.item());
      target.update(old.id(), edit, old.version());

      thrown("update", VersionConflict.class, () -> target.update(old.id(), edit, old.version()));
      thrown("delete", VersionConflict.class, () -> target.delete(old.id(), old.version()));
    }
  }

  @Test
  @Proves(ContractPoint.GONE_IS_DELETED)
  default void should_take_what_is_gone_for_deleted() {
    try (var service = service()) {
      var bench = new Bench(this, service);
      var there = create(bench, service, "new");
      bench.target().delete(there.id(), there.version());
      try {
        bench.target().delete(there.id(), there.version());
      } catch (RuntimeException e) {
        expect(false, "a second deletion to be no failure, not " + e);
      }
    }
  }

  @Test
  @Proves(ContractPoint.ONE_EFFECT)
  default void should_create_one_item_for_one_key() {
    try (var service = service()) {
      var bench = new Bench(this, service);
      var once = create(bench, service, "one");
      var twice = create(bench, service, "one");

      expect(once.id().equals(twice.id()), "the same item for the same key");
      expect(bench.pass(Cursor.start()).upserts().size() == 1, "one item for one key");
    }
  }

  private static Written create(Bench bench, SimulatedWrites service, String key) {
    return bench
        .target()
        .create(bench.collection(), service.item(), new IdempotencyKey("contract-" + key));
  }

  private void alike(Bench bench, Map<String, Object> wanted, Written written) {
    var read = bench.pass(Cursor.start()).upsert(written.id().externalId());
    expect(read.isPresent(), "the written item in the next pass");
    expect(
        read.orElseThrow().fingerprint().equals(written.fingerprint()),
        "the fingerprint that the write announced");
    for (var field : writable(bench.target().type())) {
      same(field, wanted, written.item());
      same(field, wanted, read.orElseThrow().item());
    }
  }

  private List<String> writable(String type) {
    return plugin().descriptor().types().stream()
        .filter(each -> each.name().equals(type))
        .map(TypeDescriptor::writableFields)
        .findFirst()
        .orElse(List.of());
  }

  /** A service may add to an object what it knows besides, such as who made it. */
  private static boolean holds(Object there, Object wanted) {
    if (there instanceof Map<?, ?> more && wanted instanceof Map<?, ?> members) {
      return members.entrySet().stream()
          .allMatch(each -> holds(more.get(each.getKey()), each.getValue()));
    }
    return Objects.equals(there, wanted);
  }

  private static void same(String field, Map<String, Object> wanted, Item item) {
    expect(
        holds(item.json().get(field), wanted.get(field)),
        "%s of the property \"%s\", not %s"
            .formatted(wanted.get(field), field, item.json().get(field)));
  }
}
