package ${package};

import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.testkit.contract.SourceContract;

/** Whatever every plugin does that reads items: the tests come with the contract. */
class NotesContractTest implements SourceContract {

  @Override
  public IntegrationPlugin plugin() {
    return new NotesPlugin();
  }

  @Override
  public SimulatedNotes service() {
    return new SimulatedNotes();
  }
}
