package dev.patchbay.api;

import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.egress.Egress;
import dev.patchbay.api.setting.Settings;
import java.time.Clock;
import javax.net.SocketFactory;

/**
 * All that the host gives a plugin for one connection. Safe for use by several threads, valid as
 * long as the call that it was made for.
 *
 * @since 1
 */
public interface ConnectionContext {

  /** Which connection it is. */
  ConnectionId id();

  /** What the admin filled in. */
  Settings settings();

  /**
   * What one call needs to prove who it is; asked anew for every request, so that a renewed token
   * is honoured.
   *
   * @throws dev.patchbay.api.error.ReauthorizationNeeded if the grant is dead
   */
  Auth auth();

  /** The way out for HTTP, to the plugin's declared hosts. */
  Egress http();

  /** The way out for everything else (SMTP, IMAP), with the same checks as {@link #http()}. */
  SocketFactory sockets();

  /** A log that marks every line with plugin and connection; never for secrets or item contents. */
  System.Logger log();

  /** The time. */
  Clock clock();

  /**
   * Says that nothing which this call has sent so far had an effect that anybody can notice: the
   * service said so, or it only prepared the step that has one. The host cannot know that of a POST
   * that was answered with a status of 200; it then may repeat the call, with a renewed credential
   * for one.
   */
  default void nothingDone() {}
}
