package dev.patchbay.testkit.contract;

import java.util.List;

/** A service with items to read, in two collections per account at least. */
public interface SimulatedItems extends SimulatedService {

  /** So many that a pass over all of them takes more than one page. */
  int moreThanAPage();

  /**
   * Adds items of the type that is read to an account's first collection.
   *
   * @return the external id of the last
   */
  String add(String account, int items);

  /**
   * Adds one item with something in everything that the service lets an item have.
   *
   * @return the texts in it that stand nowhere else
   */
  List<String> addFull(String account);

  /** Deletes one from the account's first collection. */
  void remove(String account, String externalId);

  /** Moves one from the account's first collection to the second. */
  void move(String account, String externalId);

  /** Forgets what the cursors given so far stand for. */
  void expireCursors();

  /** Ends what opens an account, and has {@link #auth} give another. */
  void renew(String account);
}
