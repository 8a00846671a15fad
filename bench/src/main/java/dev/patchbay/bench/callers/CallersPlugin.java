package dev.patchbay.bench.callers;

import dev.patchbay.api.Account;
import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.auth.OAuth2;
import java.util.Set;

/**
 * A plugin that wants tokens and does nothing with them. It runs inside the measured server, so
 * that many callers can want a connection's token at one moment: over HTTP, the requests would be
 * measured and not the renewals. Each connection that is checked is one that it will ask for.
 */
public final class CallersPlugin implements IntegrationPlugin {
  /** Under which the server knows it. */
  public static final String ID = "callers";

  /** Where its tokens come from. */
  public static final String HOST = "tokens.bench.example";

  private static final PluginDescriptor DESCRIPTOR =
      PluginDescriptor.builder(
              "Callers",
              OAuth2.builder("https://" + HOST + "/authorize", "https://" + HOST + "/token")
                  .build())
          .description("Asks for tokens, for the benchmarks.")
          .egressHosts(HOST)
          .build();

  @Override
  public PluginDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public McpClient open(ConnectionContext context) {
    return () -> {
      Callers.know(context);
      String token = context.auth().token().reveal();
      String account = token.substring(0, token.indexOf('~'));
      return Account.of(account, account, Set.of());
    };
  }
}
