package dev.patchbay.smtp;

import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.auth.Form;
import dev.patchbay.api.setting.Setting;
import dev.patchbay.smtp.inbox.Inbox;
import dev.patchbay.smtp.line.Limits;
import dev.patchbay.smtp.line.MailServer;
import dev.patchbay.smtp.outbox.PostOffice;
import dev.patchbay.smtp.outbox.SendMessage;
import java.util.List;

/**
 * Teaches Patchbay to send e-mail through any mail server, and to read the replies where somebody
 * fills in where they arrive.
 *
 * <p>The server belongs to the integration, the address and its password to the connection: one
 * company's server serves many people, each with an address of their own.
 */
public final class SmtpPlugin implements IntegrationPlugin {

  private static final Setting SENDER =
      Setting.builder("sender", "Sender", Setting.Kind.TEXT)
          .help("The address that mails are sent from, such as sales@example.org.")
          .pattern("[^\\s@<>\",;:]+@[^\\s@<>\",;:]+")
          .format("an address such as sales@example.org")
          .required()
          .build();
  private static final Setting USERNAME =
      Setting.builder("username", "User name", Setting.Kind.TEXT)
          .help("Often the address itself. Leave it empty for a server that asks for no login.")
          .build();
  private static final Setting PASSWORD =
      Setting.builder("password", "Password", Setting.Kind.SECRET)
          .help("Some providers want an app password instead of the usual one.")
          .build();

  private static final Setting IMAP_USERNAME =
      Setting.builder("imapUsername", "User name for replies", Setting.Kind.TEXT)
          .help("Only if it is another one than for sending.")
          .build();
  private static final Setting IMAP_PASSWORD =
      Setting.builder("imapPassword", "Password for replies", Setting.Kind.SECRET)
          .help("Only if it is another one than for sending.")
          .build();

  private static final PluginDescriptor DESCRIPTOR =
      PluginDescriptor.builder(
              "E-mail (SMTP)",
              Form.of(List.of(SENDER, USERNAME, PASSWORD, IMAP_USERNAME, IMAP_PASSWORD)))
          .description("Sends e-mail through any mail server, and reads the replies.")
          .icon(SmtpPlugin.class, "icon.svg")
          .categories("messages")
          .settings(
              MailServer.HOST,
              MailServer.PORT,
              MailServer.SECURITY,
              MailServer.IMAP_HOST,
              MailServer.IMAP_PORT,
              MailServer.IMAP_SECURITY,
              Inbox.FOLDERS,
              Inbox.SINCE)
          .types(Inbox.TYPE)
          .actions(SendMessage.DESCRIPTOR)
          .build();

  private final Limits limits;

  /** As the host makes it. */
  public SmtpPlugin() {
    this(Limits.usual());
  }

  SmtpPlugin(Limits limits) {
    this.limits = limits;
  }

  @Override
  public PluginDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public McpClient open(ConnectionContext context) {
    var office = new PostOffice(context, limits);
    return new SmtpClient(office, new Inbox(context, limits, office::address));
  }
}
