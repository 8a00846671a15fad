package dev.patchbay.slack;

import dev.patchbay.api.Account;
import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.action.Action;
import dev.patchbay.api.sync.Source;
import dev.patchbay.slack.directory.Channels;
import dev.patchbay.slack.directory.ListedSource;
import dev.patchbay.slack.directory.People;
import dev.patchbay.slack.directory.Workspace;
import dev.patchbay.slack.message.SendMessage;
import dev.patchbay.slack.message.UpdateMessage;
import dev.patchbay.slack.message.UploadFile;
import dev.patchbay.slack.web.WebApi;
import java.util.List;

/** One workspace, as the app sees it. */
final class SlackClient implements McpClient {

  private final WebApi api;

  SlackClient(ConnectionContext context) {
    this.api = new WebApi(context);
  }

  @Override
  public Account check() {
    return Workspace.of(api).account();
  }

  @Override
  public List<Source> sources() {
    return List.of(new ListedSource(api, People.LISTING), new ListedSource(api, Channels.LISTING));
  }

  @Override
  public List<Action<?, ?>> actions() {
    return List.of(new SendMessage(api), new UpdateMessage(api), new UploadFile(api));
  }
}
