package dev.patchbay.smtp;

import dev.patchbay.api.Account;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.setting.Settings;
import dev.patchbay.api.sync.Source;
import dev.patchbay.smtp.line.Limits;
import dev.patchbay.smtp.outbox.PostOffice;
import dev.patchbay.smtp.outbox.SendMessage;
import dev.patchbay.smtp.outbox.SentMessage;
import dev.patchbay.testkit.TestConnectionContext;
import dev.patchbay.testkit.TestSockets;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An account at a mail server of a test, reached as {@value #HOST}. */
record Office(TestSockets sockets, Map<String, String> settings, Map<String, String> fields) {

  static final String HOST = "mail.example.org";
  static final String SENDER = "ada@example.org";
  static final IdempotencyKey KEY = new IdempotencyKey("key-1");

  private static final Limits SHORT =
      new Limits(Duration.ofMillis(2000), Duration.ofMillis(700), Duration.ofMillis(700));
  private static final Limits PATIENT =
      new Limits(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(20));

  static Office at(InetSocketAddress server, String security) {
    return new Office(
        TestSockets.to(Map.of(HOST, server)),
        Map.of("host", HOST, "port", "25", "security", security),
        Map.of("sender", SENDER));
  }

  /** The same, whose replies arrive there; reached under both names. */
  static Office withReplies(InetSocketAddress server, Map<String, String> more) {
    var settings = new HashMap<>(Map.of("host", HOST, "port", "25", "security", "none"));
    settings.putAll(Map.of("imapHost", Mailroom.HOST, "imapPort", "143", "imapSecurity", "none"));
    settings.putAll(more);
    return new Office(
        TestSockets.to(Map.of(HOST, server, Mailroom.HOST, server)),
        settings,
        Map.of("sender", SENDER, "username", "ada", "password", "first secret of ada"));
  }

  Office loggingIn(String username, String password) {
    var more = new HashMap<>(fields);
    more.put("username", username);
    more.put("password", password);
    return new Office(sockets, settings, more);
  }

  Office loggingIn() {
    return loggingIn(Script.USERNAME, Script.PASSWORD);
  }

  /** What reads the replies. */
  Source replies() {
    return client(PATIENT).sources().get(0);
  }

  Source impatientReplies() {
    return client(SHORT).sources().get(0);
  }

  Account check() {
    return client(PATIENT).check();
  }

  Account checkImpatiently() {
    return client(SHORT).check();
  }

  SentMessage send(Map<String, Object> message) {
    return perform(PATIENT, message);
  }

  SentMessage sendImpatiently(Map<String, Object> message) {
    return perform(SHORT, message);
  }

  static Map<String, Object> hello(String... to) {
    return Map.of("to", List.of(to), "subject", "Hello", "text", "Good morning");
  }

  TestConnectionContext context() {
    var secrets = new HashMap<String, Secret>();
    fields.forEach((name, value) -> secrets.put(name, Secret.of(value)));
    return TestConnectionContext.of(sockets, () -> Auth.fields(secrets))
        .with(Settings.of(settings));
  }

  private SentMessage perform(Limits limits, Map<String, Object> json) {
    var action = new SendMessage(new PostOffice(context(), limits));
    return action.perform(action.descriptor().input().read(json), KEY);
  }

  private McpClient client(Limits limits) {
    return new SmtpPlugin(limits).open(context());
  }
}
