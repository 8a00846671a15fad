package dev.patchbay.smtp;

import dev.patchbay.api.setting.Setting;
import dev.patchbay.api.setting.Settings;
import java.util.List;

/**
 * The mail server that an admin filled in.
 *
 * @param host its name
 * @param port where it listens
 * @param security how the way there is kept from being read
 */
record MailServer(String host, int port, Security security) {

  private static final int SUBMISSION = 587;

  static final Setting HOST =
      Setting.builder("host", "Mail server", Setting.Kind.HOST)
          .help("The server for outgoing mail, such as smtp.example.org.")
          .required()
          .build();
  static final Setting PORT =
      Setting.builder("port", "Port", Setting.Kind.INTEGER)
          .help("Usually 587 with STARTTLS, 465 with TLS.")
          .initial(Integer.toString(SUBMISSION))
          .pattern("[1-9][0-9]{0,4}")
          .required()
          .build();
  static final Setting SECURITY =
      Setting.builder("security", "Security", Setting.Kind.CHOICE)
          .help(
              "starttls: encrypted after a greeting; tls: encrypted from the start; none: readable"
                  + " by anyone on the way, passwords included.")
          .choices(List.of("starttls", "tls", "none"))
          .initial("starttls")
          .required()
          .build();

  static MailServer of(Settings settings) {
    return new MailServer(
        settings.required(HOST.name()),
        settings.integer(PORT.name()).orElse(SUBMISSION),
        settings.text(SECURITY.name()).map(Security::of).orElse(Security.STARTTLS));
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
