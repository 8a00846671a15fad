package dev.patchbay.smtp.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** The name of a folder within an address (RFC 5092, section 4): UTF-8, percent-encoded. */
final class ImapUrl {

  private ImapUrl() {}

  static String encoded(String folder) {
    return URLEncoder.encode(folder, UTF_8).replace("+", "%20").replace("%2F", "/");
  }
}
