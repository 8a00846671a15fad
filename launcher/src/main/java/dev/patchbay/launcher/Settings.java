package dev.patchbay.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * What the operator asked for, complete and checked: defaults filled in, every path absolute.
 *
 * @param publicUrl the address browsers and services use, without a trailing slash
 */
record Settings(
    boolean sandbox,
    int port,
    String bind,
    Path data,
    Path keyFile,
    List<Path> plugins,
    URI publicUrl,
    ProxyAddress proxy,
    FrontProxies front) {

  /** The address under which this server reaches itself. */
  URI internalUrl() {
    return Addresses.http(Addresses.isAny(bind) ? Addresses.LOOPBACK : bind, port);
  }
}
