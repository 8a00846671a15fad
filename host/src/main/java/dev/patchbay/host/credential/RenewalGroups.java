package dev.patchbay.host.credential;

import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Leases and exchanges of many renewals with one commit for all that come together, since under
 * load a commit is what they cost. What it does not tell for sure is to be asked alone.
 */
abstract class RenewalGroups {
  /** H2 has one node, and no commit that is dear. */
  private static final RenewalGroups NONE = new None();

  static RenewalGroups on(Database database, Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> new OnPostgres(database);
      case H2 -> NONE;
    };
  }

  /** The content that is leased; empty also if somebody has the row at the moment. */
  abstract Optional<SealedCopy> lease(Holder holder, long version, String owner, Duration time);

  /** Whether the content is exchanged; false also if somebody has the row at the moment. */
  abstract boolean exchange(Holder holder, long version, byte[] sealed, Optional<Instant> endsAt);

  /** Everybody asks alone. */
  private static final class None extends RenewalGroups {
    @Override
    Optional<SealedCopy> lease(Holder holder, long version, String owner, Duration time) {
      return Optional.empty();
    }

    @Override
    boolean exchange(Holder holder, long version, byte[] sealed, Optional<Instant> endsAt) {
      return false;
    }
  }

  /** A statement for each group. */
  private static final class OnPostgres extends RenewalGroups {
    private static final String LEASE =
        "update credential set (lease_owner, lease_until) ="
            + " (select wish.owner, current_timestamp + wish.seconds * interval '1' second"
            + " from unnest(?, ?, ?) as wish (id, owner, seconds) where wish.id = connection_id)"
            + GroupStatement.OF_WISHES
            + Renewals.FREE
            + GroupStatement.UNLESS_TAKEN
            + ", sealed_grant, version, refusal";
    private static final String EXCHANGE =
        "update credential set (sealed_grant, ends_at) ="
            + " (select wish.sealed, wish.ends_at"
            + " from unnest(?, ?, ?) as wish (id, sealed, ends_at) where wish.id = connection_id),"
            + Renewals.NEXT
            + GroupStatement.OF_WISHES
            + GroupStatement.UNLESS_TAKEN;

    private final GroupStatement<SealedCopy> leases;
    private final GroupStatement<String> exchanges;

    OnPostgres(Database database) {
      leases =
          new GroupStatement<>(
              database, LEASE, ColumnKind.TEXT, ColumnKind.NUMBER, row -> SealedCopy.of(row, 2));
      exchanges =
          new GroupStatement<>(
              database, EXCHANGE, ColumnKind.BYTES, ColumnKind.TIME, row -> row.getString(1));
    }

    @Override
    Optional<SealedCopy> lease(Holder holder, long version, String owner, Duration time) {
      return leases.ask(new Wish<>(holder, version, owner, time.toSeconds()));
    }

    @Override
    boolean exchange(Holder holder, long version, byte[] sealed, Optional<Instant> endsAt) {
      String end = endsAt.map(Instant::toString).orElse(null);
      return exchanges.ask(new Wish<>(holder, version, sealed, end)).isPresent();
    }
  }
}
