package dev.patchbay.host.audit;

import dev.patchbay.host.caller.Caller;

/**
 * Who did it.
 *
 * @param kind {@code user}, {@code api-key}, {@code server}, {@code browser} or {@code unknown}
 * @param id empty if there is none
 * @param name what people call the actor; empty if there is none
 */
public record Actor(String kind, String id, String name) {
  private static final int LONGEST_NAME = 200;

  /** The server itself, by a timer or in the course of something else. */
  public static final Actor SERVER = new Actor("server", "", "");

  /** A person who is not signed in here, such as one who comes back from a consent page. */
  public static final Actor BROWSER = new Actor("browser", "", "");

  /** Somebody who did not prove to be anybody. */
  public static final Actor UNKNOWN = new Actor("unknown", "", "");

  public static Actor of(Caller caller) {
    String name = caller.name();
    return new Actor(
        caller.kind().text(),
        caller.subject(),
        name.substring(0, Math.min(name.length(), LONGEST_NAME)));
  }
}
