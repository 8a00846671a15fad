package dev.patchbay.host.rotation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A replacement of keys and how far it is. Each batch of work and the note how far it went are one
 * commit; who dies in between leaves a lease that runs out, and another goes on from there.
 */
@Entity
@Table(name = "key_rotation")
public class Rotation {
  static final String PREFIX = "rot";
  private static final int LONGEST_PROBLEM = 1000;

  @Id private String id;

  @Enumerated(EnumType.STRING)
  private RotationKind kind;

  @Enumerated(EnumType.STRING)
  private RotationState state;

  private long total;
  private long resealed;

  @Column(name = "column_number")
  private int column;

  @Column(name = "last_key")
  private String lastKey = "";

  @Column(name = "changed_in_pass")
  private boolean changedInPass;

  private long unreadable;
  private String problem;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "finished_at")
  private Instant finishedAt;

  @Column(name = "lease_owner")
  private String leaseOwner;

  @Column(name = "lease_until")
  private Instant leaseUntil;

  /** For JPA. */
  protected Rotation() {}

  Rotation(String id, RotationKind kind, long total, Instant now) {
    this.id = id;
    this.kind = kind;
    this.state = RotationState.RUNNING;
    this.total = total;
    this.startedAt = now;
  }

  boolean isFreeFor(String owner, Instant now) {
    return leaseUntil == null || owner.equals(leaseOwner) || leaseUntil.isBefore(now);
  }

  void lease(String owner, Instant until) {
    this.leaseOwner = owner;
    this.leaseUntil = until;
  }

  /** Notes a batch that was sealed anew, and where the next begins. */
  void advance(Batch batch) {
    resealed += batch.resealed();
    unreadable += batch.unreadable();
    changedInPass |= batch.found() > batch.unreadable();
    batch.problem().ifPresent(text -> problem = cut(text));
    if (batch.isLast()) {
      column++;
      lastKey = "";
    } else {
      lastKey = batch.lastKey();
    }
  }

  /** Begins again at the first column: other nodes may have sealed with the old key meanwhile. */
  void nextPass() {
    column = 0;
    lastKey = "";
    changedInPass = false;
    unreadable = 0;
    problem = null;
  }

  void finish(Instant now) {
    state = unreadable == 0 ? RotationState.SUCCEEDED : RotationState.FAILED;
    finishedAt = now;
    leaseOwner = null;
    leaseUntil = null;
  }

  /** Whether every node has known the new key for so long that none seals with the old one. */
  boolean isKnownFor(Duration time, Instant now) {
    return !now.isBefore(startedAt.plus(time));
  }

  String id() {
    return id;
  }

  RotationKind kind() {
    return kind;
  }

  RotationState state() {
    return state;
  }

  long total() {
    return total;
  }

  long resealed() {
    return resealed;
  }

  int column() {
    return column;
  }

  String lastKey() {
    return lastKey;
  }

  boolean changedInPass() {
    return changedInPass;
  }

  Instant startedAt() {
    return startedAt;
  }

  Optional<Instant> finishedAt() {
    return Optional.ofNullable(finishedAt);
  }

  Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST_PROBLEM));
  }
}
