package dev.patchbay.sandbox.google.calendar;

import dev.patchbay.sandbox.google.GoogleError;
import dev.patchbay.sandbox.http.Request;
import java.util.Optional;

/**
 * How far a list is to be read in one request: from a page token, from a sync token, or from the
 * start.
 *
 * @param after the last change that the caller has seen
 * @param until the newest change that this reading covers
 */
record Reading(String list, long after, long until, boolean incremental, int most) {
  private static final String GONE = "Sync token is no longer valid, a full sync is required.";

  static Reading of(Request request, String list, long newest, PageSize size) {
    int most = size.of(request);
    Optional<Reading> resumed = request.query("pageToken").map(token -> resumed(list, token, most));
    return resumed.orElseGet(
        () ->
            request
                .query("syncToken")
                .map(token -> since(list, token, newest, most))
                .orElseGet(() -> new Reading(list, 0, newest, false, most)));
  }

  private static Reading resumed(String list, String encoded, int most) {
    ListToken token =
        ListToken.decode(ListToken.Kind.PAGE, list, encoded)
            .orElseThrow(() -> GoogleError.invalid("Invalid page token value."));
    return new Reading(list, token.after(), token.until(), token.incremental(), most);
  }

  private static Reading since(String list, String encoded, long newest, int most) {
    ListToken token =
        ListToken.decode(ListToken.Kind.SYNC, list, encoded)
            .filter(known -> known.until() <= newest)
            .orElseThrow(() -> GoogleError.of(410, "calendar", "fullSyncRequired", GONE));
    return new Reading(list, token.until(), newest, true, most);
  }

  ListToken pageBehind(long last) {
    return ListToken.page(list, last, until, incremental);
  }

  /** The token that leads to this very page again. */
  ListToken samePage() {
    return ListToken.page(list, after, until, incremental);
  }

  ListToken next() {
    return ListToken.sync(list, until);
  }
}
