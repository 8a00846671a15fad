package dev.patchbay.host.sync;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.item.Version;
import dev.patchbay.api.sync.Change;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.json.JsonText;
import dev.patchbay.host.record.RecordWrite;
import dev.patchbay.host.record.StorableText;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Turns an item into the row of its record, and refuses what no database can keep. */
@Singleton
class ItemMapper {
  private static final int LONGEST_ID = 1_024;

  private final Ids ids;

  @Inject
  ItemMapper(Ids ids) {
    this.ids = ids;
  }

  /** Refuses a change whose very id cannot be kept or compared. */
  void requireStorable(Change change) {
    requireStorable("external id", change.externalId(), LONGEST_ID);
    if (change instanceof Change.Upsert upsert) {
      requireStorable("fingerprint", upsert.fingerprint(), LONGEST_ID);
      requireStorable("version", upsert.version().map(Version::value).orElse(""), LONGEST_ID);
    } else if (change instanceof Change.Gone gone) {
      requireStorable("reason", gone.reason(), StorableText.LONGEST_DATA);
      requireStorable("survivor", gone.mergedInto().orElse(""), LONGEST_ID);
    }
  }

  RecordWrite map(Change.Upsert change) {
    String data = json(change);
    requireStorable("data", data, StorableText.LONGEST_DATA);
    return new RecordWrite(
        ids.next("rec"),
        change.externalId(),
        change.version().map(Version::value).orElse(null),
        change.fingerprint(),
        data);
  }

  private static String json(Change.Upsert change) {
    try {
      return JsonText.of(requireNonNull(change.item(), "The item is null").json());
    } catch (JsonProcessingException e) {
      throw new Rejected("The item cannot be written as JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static void requireStorable(String what, String text, int longest) {
    Optional<String> problem = StorableText.problemOf(text, longest);
    if (problem.isPresent()) {
      throw new Rejected("Its " + what + " " + problem.get());
    }
  }
}
