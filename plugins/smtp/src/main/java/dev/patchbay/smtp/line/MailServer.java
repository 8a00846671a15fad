package dev.patchbay.smtp.line;

import dev.patchbay.api.setting.Setting;
import dev.patchbay.api.setting.Settings;
import java.util.List;
import java.util.Optional;

/**
 * The mail server that an admin filled in.
 *
 * @param host its name
 * @param port where it listens
 * @param security how the way there is kept from being read
 */
public record MailServer(String host, int port, Security security) {

  private static final int SUBMISSION = 587;
  private static final int IMAPS = 993;
  private static final List<String> CHOICES = List.of("starttls", "tls", "none");

  public static final Setting HOST =
      Setting.builder("host", "Mail server", Setting.Kind.HOST)
          .help("The server for outgoing mail, such as smtp.example.org.")
          .required()
          .build();
  public static final Setting PORT =
      Setting.builder("port", "Port", Setting.Kind.INTEGER)
          .help("Usually 587 with STARTTLS, 465 with TLS.")
          .initial(Integer.toString(SUBMISSION))
          .pattern("[1-9][0-9]{0,4}")
          .format("a port such as 587")
          .required()
          .build();
  public static final Setting SECURITY =
      Setting.builder("security", "Security", Setting.Kind.CHOICE)
          .help(
              "starttls: encrypted after a greeting; tls: encrypted from the start; none: readable"
                  + " by anyone on the way, passwords included.")
          .choices(CHOICES)
          .initial("starttls")
          .required()
          .build();

  public static final Setting IMAP_HOST =
      Setting.builder("imapHost", "Server for replies (IMAP)", Setting.Kind.HOST)
          .help(
              "The server that keeps incoming mail, such as imap.example.org. Leave it empty to send"
                  + " only: then no messages are read.")
          .build();
  public static final Setting IMAP_PORT =
      Setting.builder("imapPort", "Port for replies", Setting.Kind.INTEGER)
          .help("Usually 993 with TLS, 143 with STARTTLS.")
          .initial(Integer.toString(IMAPS))
          .pattern("[1-9][0-9]{0,4}")
          .format("a port such as 993")
          .build();
  public static final Setting IMAP_SECURITY =
      Setting.builder("imapSecurity", "Security for replies", Setting.Kind.CHOICE)
          .help("As above, for the server for replies.")
          .choices(CHOICES)
          .initial("tls")
          .build();

  public static MailServer of(Settings settings) {
    return new MailServer(
        settings.required(HOST.name()),
        settings.integer(PORT.name()).orElse(SUBMISSION),
        security(settings, SECURITY).orElse(Security.STARTTLS));
  }

  /** Where replies are read; empty if mail is only sent. */
  public static Optional<MailServer> ofReplies(Settings settings) {
    return settings
        .text(IMAP_HOST.name())
        .filter(host -> !host.isBlank())
        .map(
            host ->
                new MailServer(
                    host,
                    settings.integer(IMAP_PORT.name()).orElse(IMAPS),
                    security(settings, IMAP_SECURITY).orElse(Security.TLS)));
  }

  private static Optional<Security> security(Settings settings, Setting setting) {
    return settings.text(setting.name()).map(choice -> Security.of(setting.name(), choice));
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
