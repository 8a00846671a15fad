package dev.patchbay.host.connection;

import java.util.Collection;
import java.util.Map;

/** Tells what has been synced; the domain that syncs knows, and this one only shows it. */
public interface Activities {

  /** Returns the activity per connection id; a connection without any may be left out. */
  Map<String, Activity> of(String tenantId, Collection<String> connectionIds);
}
