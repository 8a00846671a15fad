package dev.patchbay.host.connect;

import dev.patchbay.host.problem.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Where a page comes from, as browsers write it (RFC 6454): scheme, host and a port that is not the
 * scheme's own. Browsers compare it letter by letter, and so does this server: there are no
 * wildcards.
 */
record Origin(String text) {
  static final int LONGEST = 300;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * Reads an origin that somebody wrote into a field.
   *
   * @throws ProblemException if it is none, or if others could read what is sent to it
   */
  static Origin of(String field, String written) {
    URI uri = uri(field, written);
    if (uri.getHost() == null || !written.equals(text(uri))) {
      throw ProblemException.invalid(
          field, "must be an origin as browsers write it, like https://crm.example: " + written);
    }
    if (!uri.getScheme().equals("https") && !isLoopback(uri)) {
      throw ProblemException.invalid(
          field, "must begin with https://; http is for this machine alone: " + written);
    }
    return new Origin(written);
  }

  private static URI uri(String field, String written) {
    try {
      return new URI(written);
    } catch (URISyntaxException e) {
      throw ProblemException.invalid(field, "is no address: " + written);
    }
  }

  private static boolean isLoopback(URI uri) {
    return uri.getScheme().equals("http") && LOOPBACK.contains(uri.getHost());
  }

  private static String text(URI uri) {
    String start = uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT);
    return isUsualPort(uri) ? start : start + ":" + uri.getPort();
  }

  private static boolean isUsualPort(URI uri) {
    return uri.getPort() == -1 || uri.getPort() == (uri.getScheme().equals("https") ? 443 : 80);
  }
}
