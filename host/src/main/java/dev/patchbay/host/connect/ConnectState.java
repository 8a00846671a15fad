package dev.patchbay.host.connect;

/** How an attempt to connect stands. */
public enum ConnectState {
  OPEN,
  CONNECTED,
  FAILED,
  /** Nobody finished it in time. */
  EXPIRED
}
