package dev.patchbay.host.persistence;

import java.sql.Connection;
import java.util.Optional;

/** The transaction that somebody else has begun on this thread. */
public interface RunningTransaction {
  /** Nobody else begins any. */
  RunningTransaction NONE = Optional::empty;

  /** Its connection, which the borrower neither closes nor commits; empty if there is none. */
  Optional<Connection> connection();
}
