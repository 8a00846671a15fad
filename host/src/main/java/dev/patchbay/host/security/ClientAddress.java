package dev.patchbay.host.security;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds out from where a request really comes: back along the proxies as long as they are the
 * operator's own, to the first address that nobody trusted has vouched for. The console asks from
 * this very machine for people elsewhere; it is known by a word that only this process has.
 */
@Singleton
public class ClientAddress {
  /** By which the console's requests are told from those of others on this machine. */
  static final String CONSOLE = "X-Patchbay-Console";

  private final TrustedProxies proxies;
  private final ForwardedHeader header;
  private final Optional<String> consoleWord;

  @Inject
  ClientAddress(
      TrustedProxies proxies,
      ForwardedHeader header,
      @ConfigProperty(name = "patchbay.console-word") Optional<String> consoleWord) {
    this.proxies = proxies;
    this.header = header;
    this.consoleWord = consoleWord;
  }

  public String of(HttpServletRequest request) {
    String client = request.getRemoteAddr();
    boolean trusted = proxies.contain(client) || isConsole(request);
    List<String> hops = header.addresses(request);
    for (int hop = hops.size() - 1; trusted && hop >= 0 && !hops.get(hop).isEmpty(); hop--) {
      client = hops.get(hop);
      trusted = proxies.contain(client);
    }
    return client;
  }

  private boolean isConsole(HttpServletRequest request) {
    String word = request.getHeader(CONSOLE);
    return word != null && consoleWord.filter(own -> equal(own, word)).isPresent();
  }

  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
