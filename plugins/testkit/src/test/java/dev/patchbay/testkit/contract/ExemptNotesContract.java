package dev.patchbay.testkit.contract;

import java.util.Map;

/** The same of a service whose cursors last for ever. */
class ExemptNotesContract extends NotesContract {

  @Override
  public Map<ContractPoint, String> exempt() {
    return Map.of(ContractPoint.CURSOR_EXPIRED, "Its cursors never end (notes.example/docs)");
  }
}
