package dev.patchbay.host.sync;

import java.util.Map;
import java.util.Set;

/** The new records of the CRM that the service never had, by collection and external id. */
record Unsent(Map<String, Set<String>> records) {

  boolean holds(Departure departure) {
    return records
        .getOrDefault(departure.collectionId(), Set.of())
        .contains(departure.externalId());
  }

  int in(String collectionId) {
    return records.getOrDefault(collectionId, Set.of()).size();
  }
}
