package ${package};

import dev.patchbay.api.Account;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.sync.Source;
import java.util.List;
import java.util.Set;

/** One account of the service. */
final class NotesClient implements McpClient {

  private final NotesApi api;

  NotesClient(NotesApi api) {
    this.api = api;
  }

  @Override
  public Account check() {
    var me = api.get("/me");
    return Account.of(NotesApi.text(me, "id"), NotesApi.text(me, "name"), Set.of());
  }

  @Override
  public List<Source> sources() {
    return List.of(new NotesSource(api));
  }
}
