package dev.patchbay.testkit.contract;

import dev.patchbay.api.item.Item;
import dev.patchbay.api.item.Patch;

/** A service whose items can be written as well. */
public interface SimulatedWrites extends SimulatedItems {

  /** An item to create, with something in every field that can be written. */
  Item item();

  /** An edit of that item, of one field at least. */
  Patch edit();
}
