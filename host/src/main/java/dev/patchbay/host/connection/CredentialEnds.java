package dev.patchbay.host.connection;

import dev.patchbay.host.credential.CredentialEnd;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** When the credentials of connections end by themselves; every call needs a transaction. */
@Singleton
public class CredentialEnds {
  private static final int MOST_AT_ONCE = 500;

  private final EntityManager entities;

  @Inject
  public CredentialEnds(EntityManager entities) {
    this.entities = entities;
  }

  /** Returns the known ends per connection id. */
  Map<String, CredentialEnd> of(String tenantId, Collection<String> connectionIds) {
    if (connectionIds.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery(
            "select k.connectionId, k.endsAt from Credential k where k.tenantId = :tenant"
                + " and k.connectionId in :ids and k.endsAt is not null",
            Object[].class)
        .setParameter("tenant", tenantId)
        .setParameter("ids", connectionIds)
        .getResultStream()
        .collect(
            Collectors.toMap(row -> (String) row[0], row -> new CredentialEnd((Instant) row[1])));
  }

  /** Finds what ends before an instant and was not announced, or not with this end. */
  List<CredentialEnding> unannounced(Instant before) {
    return entities
        .createQuery(
            "select new dev.patchbay.host.connection.CredentialEnding("
                + "k.tenantId, k.connectionId, k.endsAt)"
                + " from Credential k, Connection c where c.id = k.connectionId"
                + " and c.state in :usable and k.endsAt <= :before"
                + " and (k.announcedEnd is null or k.announcedEnd <> k.endsAt)"
                + " order by k.endsAt, k.connectionId",
            CredentialEnding.class)
        .setParameter("usable", List.of(ConnectionState.ACTIVE, ConnectionState.PAUSED))
        .setParameter("before", before)
        .setMaxResults(MOST_AT_ONCE)
        .getResultList();
  }

  /** Takes it on to announce an end, and tells whether nobody else has. */
  boolean announce(CredentialEnding ending) {
    return entities
            .createQuery(
                "update Credential k set k.announcedEnd = k.endsAt where k.tenantId = :tenant"
                    + " and k.connectionId = :id and k.endsAt = :end"
                    + " and (k.announcedEnd is null or k.announcedEnd <> k.endsAt)")
            .setParameter("tenant", ending.tenantId())
            .setParameter("id", ending.connectionId())
            .setParameter("end", ending.endsAt())
            .executeUpdate()
        == 1;
  }
}
