package dev.patchbay.console.connection;

/** What an admin can do about a connection. */
interface ConnectionActions {

  void sync();

  /** Has everything read again, not only what changed. */
  void readAgain();

  void check();

  void reconnect();

  /** Types in anew what the connection is connected with. */
  void replace();

  void rename(String name);

  void disconnect(Connections.Records records);
}
