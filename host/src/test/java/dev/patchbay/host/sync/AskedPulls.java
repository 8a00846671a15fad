package dev.patchbay.host.sync;

import java.util.ArrayList;
import java.util.List;

/** Pulls that were asked for, of a timetable that the test plays. */
public final class AskedPulls extends SoonerPulls {
  private final List<String> asked = new ArrayList<>();
  private Promise promise = Promise.SOON;

  public AskedPulls() {
    super(null);
  }

  /** What everybody is promised from now on. */
  public void promise(Promise next) {
    promise = next;
  }

  /** Connection and type of every pull that was promised, in order. */
  public List<String> asked() {
    return asked;
  }

  @Override
  public List<String> types(String connectionId) {
    return List.of("event", "contact");
  }

  @Override
  public Promise ask(String connectionId, String type) {
    if (promise == Promise.SOON) {
      asked.add(connectionId + " " + type);
    }
    return promise;
  }
}
