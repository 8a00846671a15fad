package dev.patchbay.host.connect;

import java.util.Optional;

/**
 * How an attempt ends in the browser.
 *
 * @param reply for the page that opened this one; empty if none is to hear of it
 */
record ConnectEnd(ResultPage page, Optional<ConnectReply> reply) {

  /** An end of which no other page hears. */
  static ConnectEnd at(ResultPage page) {
    return new ConnectEnd(page, Optional.empty());
  }
}
