package dev.patchbay.smtp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** How a mail server of a test behaves: properly, but for what is said otherwise. */
record Script(Map<String, String> replies, String extensions, Optional<SSLContext> tls) {

  /** In place of a reply: the line is cut. */
  static final String CUT = "cut";

  /** In place of a reply: nothing more is said, and nothing more is read. */
  static final String HANG = "hang";

  /** The login that the server takes. */
  static final String USERNAME = "ada";

  static final String PASSWORD = "correct horse battery";

  static final String GREETING = "greeting";

  static Script proper() {
    return new Script(Map.of(), "AUTH PLAIN LOGIN", Optional.empty());
  }

  /** The same, which says this to whatever starts so. */
  Script on(String command, String reply) {
    var more = new LinkedHashMap<>(replies);
    more.put(command, reply);
    return new Script(more, extensions, tls);
  }

  /** The same with these extensions, separated by commas. */
  Script offering(String extensions) {
    return new Script(replies, extensions, tls);
  }

  /** The same, which offers STARTTLS or encrypts from the start. */
  Script with(SSLContext context) {
    return new Script(replies, extensions, Optional.of(context));
  }

  Optional<String> reply(String command) {
    return replies.entrySet().stream()
        .filter(each -> command.startsWith(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
