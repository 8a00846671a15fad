package dev.patchbay.host.egress;

import java.io.IOException;

/** The proxy did not open the way; nothing of the exchange was sent. */
final class ProxyRefused extends IOException {
  private static final long serialVersionUID = 1L;

  ProxyRefused(String message) {
    super(message);
  }
}
