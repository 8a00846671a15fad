package dev.patchbay.testkit.contract;

import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.TypeDescriptor;
import dev.patchbay.api.auth.Form;
import dev.patchbay.api.setting.Setting;
import dev.patchbay.api.webhook.WebhookReceiver;
import java.util.List;
import java.util.Optional;

/** A plugin for notes as it should be, but for one flaw. */
public final class NotesPlugin implements IntegrationPlugin {
  static final String HOST = "notes.example";
  static final String ELSEWHERE = "statistics.example";
  static final String WORKSPACE = "workspace";
  static final String SIZE = "size";

  private final Optional<Flaw> flaw;
  private McpClient first;

  public NotesPlugin() {
    this(Optional.empty());
  }

  NotesPlugin(Optional<Flaw> flaw) {
    this.flaw = flaw;
  }

  @Override
  public PluginDescriptor descriptor() {
    var descriptor =
        PluginDescriptor.builder("Notes", Form.apiKey("Token", "Under Settings"))
            .description(Flaw.SAYS_NOTHING_OF_ITSELF.isIn(flaw) ? "" : "Reads and writes notes.")
            .icon("<svg xmlns='http://www.w3.org/2000/svg'/>")
            .categories("notes")
            .settings(
                Setting.builder(WORKSPACE, "Workspace", Setting.Kind.TEXT).required().build(),
                Setting.builder(SIZE, "Page size", Setting.Kind.INTEGER).build())
            .egressHosts(HOST)
            .actions(RingBell.DESCRIPTOR);
    if (!Flaw.HIDES_ITS_TYPE.isIn(flaw)) {
      descriptor.types(TypeDescriptor.writable(NoteLine.TYPE, "Notes", List.of("title", "text")));
    }
    return descriptor.build();
  }

  @Override
  public Optional<WebhookReceiver> webhooks() {
    return Optional.of(new NotesHook(flaw));
  }

  @Override
  public McpClient open(ConnectionContext context) {
    var client = new NotesClient(new NotesWire(context, flaw), flaw);
    if (first == null) {
      first = client;
    }
    return Flaw.KEEPS_ITS_FIRST_CONNECTION.isIn(flaw) ? first : client;
  }
}
