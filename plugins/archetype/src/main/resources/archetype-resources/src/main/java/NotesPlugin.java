package ${package};

import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.TypeDescriptor;
import dev.patchbay.api.auth.Form;

/** Teaches Patchbay a service that keeps notes. */
public final class NotesPlugin implements IntegrationPlugin {

  private static final String ICON =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'>"
          + "<rect x='4' y='3' width='16' height='18' rx='2' fill='goldenrod'/></svg>";

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.builder("Notes", Form.apiKey("API key", "Under Settings, API keys"))
        .description("Reads the notes of an account.")
        .icon(ICON)
        .categories("notes")
        .egressHosts(NotesApi.HOST)
        .types(TypeDescriptor.readOnly(NotesSource.TYPE, "Notes"))
        .build();
  }

  @Override
  public McpClient open(ConnectionContext context) {
    return new NotesClient(new NotesApi(context));
  }
}
