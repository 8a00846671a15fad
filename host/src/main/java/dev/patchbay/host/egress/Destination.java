package dev.patchbay.host.egress;

import dev.patchbay.api.error.Rejected;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a request goes after all that can be checked without resolving a name. Only the parts that
 * were checked are used to connect, so that no second reading of the address can differ.
 *
 * @param declared the address that the plugin asked for
 * @param actual the address that is called: the same, or its place in a simulated service
 */
record Destination(URI declared, URI actual) {

  private static final Pattern DOT_SEGMENT =
      Pattern.compile("(?i)(?:^|/|%2f|\\\\|%5c)(?:\\.|%2e){1,2}(?:$|/|%2f|\\\\|%5c)");

  /**
   * @throws Rejected if the address is not one that the sender may call; says which and why
   */
  static Destination of(URI address, Sender sender, HostMap map) {
    if (!"https".equalsIgnoreCase(address.getScheme())) {
      throw refused(sender, "addresses start with https://, not " + address.getScheme() + "://");
    }
    if (address.getHost() == null) {
      throw refused(sender, "the address names no host that can be understood");
    }
    if (address.getRawUserInfo() != null) {
      throw refused(sender, "an address must not hold a user name or a password");
    }
    if (address.getPort() == 0 || address.getPort() > 0xFFFF) {
      throw refused(sender, "there is no port " + address.getPort());
    }
    String host = host(address, sender);
    if (DOT_SEGMENT.matcher(address.getRawPath()).find()) {
      throw refused(sender, "the path of an address must not hold \".\" or \"..\"");
    }
    URI declared = URI.create("https://" + host + portAndTail(address));
    return new Destination(declared, map.rewritten(declared).orElse(declared));
  }

  boolean isMapped() {
    return !actual.equals(declared);
  }

  private static String host(URI address, Sender sender) {
    String host = address.getHost().toLowerCase(Locale.ROOT);
    requireDeclared(host, sender);
    return host;
  }

  static void requireDeclared(String host, Sender sender) {
    if (!sender.hosts().cover(host)) {
      throw refused(sender, "the host \"" + host + "\" is not among those that it declares");
    }
  }

  private static String portAndTail(URI address) {
    return (address.getPort() < 0 ? "" : ":" + address.getPort())
        + (address.getRawPath().isEmpty() ? "/" : address.getRawPath())
        + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
  }

  private static Rejected refused(Sender sender, String why) {
    return new Rejected("The plugin " + sender.plugin() + " may not send this request: " + why);
  }
}
