package dev.patchbay.testkit.contract;

import java.time.Duration;

/** What goes wrong at a service, each of which every service has its own way of saying. */
public enum Trouble {
  /** The credential no longer opens the account. */
  CREDENTIAL_REFUSED,
  /** Too much was asked; {@link #WAIT} is to be waited where the service says how long. */
  TOO_MUCH,
  /** The service failed on its side. */
  BROKEN,
  /** The service does not want this request, whoever sends it and whenever; says {@link #WORDS}. */
  REFUSED,
  /** Nobody accepts the connection. */
  AWAY,
  /** The answer does not come in time. */
  SLOW,
  /** Somebody else answers, such as the network of a hotel. */
  NONSENSE;

  /** How long the service asks to wait. */
  public static final Duration WAIT = Duration.ofSeconds(7);

  /** What the service says against a request. */
  public static final String WORDS = "The field colour is unknown here";
}
