package dev.patchbay.host.record;

import dev.patchbay.host.persistence.Dialect;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Chooses the record store that fits the database. */
public class RecordStores {

  @Produces
  @Singleton
  public static RecordStore of(Dialect dialect) {
    return switch (dialect) {
      case H2 -> new H2RecordStore();
      case POSTGRESQL -> new PostgresRecordStore();
    };
  }
}
