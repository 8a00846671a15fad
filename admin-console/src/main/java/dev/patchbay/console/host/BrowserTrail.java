package dev.patchbay.console.host;

import com.vaadin.flow.server.VaadinRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells the host for whom the console asks, as every proxy does: what came with the browser's
 * request, and behind it from where that came. Otherwise all people would be one to the host, and
 * one who guesses passwords would lock out the rest.
 */
@Singleton
public class BrowserTrail {
  private static final String CONSOLE = "X-Patchbay-Console";
  private static final String STANDARD = "Forwarded";

  private final String header;
  private final Optional<String> word;

  @Inject
  public BrowserTrail(
      @ConfigProperty(name = "patchbay.forwarded-header", defaultValue = "X-Forwarded-For")
          String header,
      @ConfigProperty(name = "patchbay.console-word") Optional<String> word) {
    this.header = header;
    this.word = word;
  }

  /** The headers for a call that this thread makes because of a browser; none for its own. */
  Map<String, String> headers() {
    return VaadinRequest.getCurrent() instanceof HttpServletRequest request
        ? word.map(own -> Map.of(CONSOLE, own, header, trail(request))).orElseGet(Map::of)
        : Map.of();
  }

  private String trail(HttpServletRequest request) {
    String before = String.join(", ", Collections.list(request.getHeaders(header)));
    String hop = hop(request.getRemoteAddr());
    return before.isBlank() ? hop : before + ", " + hop;
  }

  private String hop(String address) {
    if (!header.equalsIgnoreCase(STANDARD)) {
      return address;
    }
    return address.contains(":") ? "for=\"[" + address + "]\"" : "for=" + address;
  }
}
