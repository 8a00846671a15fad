package dev.patchbay.host.connect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What the last page tells the page that opened it, and nobody else.
 *
 * @param result stands for the outcome once, and says nothing by itself
 * @param origin of the page that may hear it
 */
record ConnectReply(String result, String origin) {

  /** The fragment of the last page's address: browsers send it to no server. */
  String fragment() {
    return "result=" + result + "&to=" + URLEncoder.encode(origin, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "ConnectReply[" + origin + "]";
  }
}
