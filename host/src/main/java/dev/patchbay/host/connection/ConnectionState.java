package dev.patchbay.host.connection;

/** How a connection stands. */
public enum ConnectionState {
  /** It works, as far as is known. */
  ACTIVE,
  /** An active one whose sync gets nowhere; it is shown so and goes on being tried. */
  STALLED,
  /** A person stopped it; its records stay. */
  PAUSED,
  /** The service no longer accepts the grant: a person has to connect the account again. */
  NEEDS_REAUTH,
  /** A person ended it; its credential is gone. */
  DISCONNECTED
}
