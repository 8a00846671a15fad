package dev.patchbay.host.security;

import dev.patchbay.host.problem.StartupRefused;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one header in which the operator's proxies write who asked them. Only one, since a proxy that
 * writes the one lets a client's own copy of the other pass.
 */
@Singleton
class ForwardedHeader {
  static final String COMMON = "X-Forwarded-For";
  static final String STANDARD = "Forwarded";

  private static final Pattern FOR = Pattern.compile("(?i)(?:^|;)\\s*for=\"?([^\";]+)\"?");
  private static final Pattern WITH_PORT =
      Pattern.compile("\\[([^\\]]+)\\](?::\\d+)?|([0-9.]+):\\d+");

  private final String name;

  @Inject
  ForwardedHeader(
      @ConfigProperty(name = "patchbay.forwarded-header", defaultValue = COMMON) String name) {
    if (!name.equalsIgnoreCase(COMMON) && !name.equalsIgnoreCase(STANDARD)) {
      throw new StartupRefused(
          "--forwarded-header " + name + " is unknown: write " + COMMON + " or " + STANDARD + ".");
    }
    this.name = name;
  }

  /** The addresses that the proxies wrote, the nearest to this server last. */
  List<String> addresses(HttpServletRequest request) {
    List<String> hops = new ArrayList<>();
    for (String line : Collections.list(request.getHeaders(name))) {
      Arrays.stream(line.split(",", -1)).map(this::address).forEach(hops::add);
    }
    return hops;
  }

  private String address(String element) {
    String hop = name.equalsIgnoreCase(COMMON) ? element.strip() : standard(element.strip());
    Matcher port = WITH_PORT.matcher(hop);
    if (!port.matches()) {
      return hop;
    }
    return port.group(1) == null ? port.group(2) : port.group(1);
  }

  private static String standard(String element) {
    Matcher hop = FOR.matcher(element);
    return hop.find() ? hop.group(1).strip() : "";
  }
}
