package dev.patchbay.host.sync;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.item.Version;
import dev.patchbay.api.sync.Change;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.json.JsonText;
import dev.patchbay.host.record.RecordWrite;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Turns an item into the row of its record, and refuses what no database can keep. */
@Singleton
class ItemMapper {
  private static final int LONGEST_ID = 1_024;
  private static final int LONGEST_DATA = 10_000_000;

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
      requireStorable("reason", gone.reason(), LONGEST_DATA);
      requireStorable("survivor", gone.mergedInto().orElse(""), LONGEST_ID);
    }
  }

  RecordWrite map(Change.Upsert change) {
    String data = json(change);
    requireStorable("data", data, LONGEST_DATA);
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
    if (text.length() > longest) {
      throw new Rejected(
          "Its " + what + " has " + text.length() + " characters; at most " + longest + " fit");
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == 0 || isHalfCharacter(text, i)) {
        throw new Rejected("Its " + what + " holds a character that is none, at position " + i);
      }
    }
  }

  private static boolean isHalfCharacter(String text, int at) {
    char c = text.charAt(at);
    if (!Character.isSurrogate(c)) {
      return false;
    }
    return Character.isHighSurrogate(c)
        ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
        : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
  }
}
