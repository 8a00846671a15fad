package dev.patchbay.api.sync;

/**
 * Reads items of one type from the service. Called by several threads, though never by two at once
 * for the same collection; holds no state between calls.
 *
 * @since 1
 */
public interface Source {

  /** The name of the type that is read, such as {@code event}; one that the descriptor declares. */
  String type();

  /**
   * Lists the collections that the account can read.
   *
   * @param from {@link Cursor#start()}, or the cursor of the page before
   * @throws dev.patchbay.api.error.IntegrationException in the category that fits
   */
  Page<Collection> collections(Cursor from);

  /**
   * Reads one page of what happened in a collection since a cursor.
   *
   * @param collection one that {@link #collections} listed
   * @param from {@link Cursor#start()} for everything there is, else the cursor that the page
   *     before (of this pass or of the last one) gave
   * @throws dev.patchbay.api.error.CursorExpired if the service no longer knows the cursor
   * @throws dev.patchbay.api.error.IntegrationException in the category that fits
   */
  Page<Change> read(CollectionId collection, Cursor from);
}
