package dev.patchbay.host.connect;

import java.util.Map;
import java.util.Optional;

/** Connects an account with what a person types in on the hosted page. */
public final class TypedIn {
  private TypedIn() {}

  /** Returns the id of the connection. */
  public static String connect(ConnectWorld world, Map<String, Object> typed) {
    var session = world.invite();
    var departure = (Departure.ToForm) world.start.start(session.token()).orElseThrow();
    world.forms.submit(session.id(), Optional.of(departure.visit().browser()), typed);
    return world.look(session).connectionId();
  }
}
