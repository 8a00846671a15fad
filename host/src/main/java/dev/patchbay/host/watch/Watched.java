package dev.patchbay.host.watch;

import jakarta.ws.rs.sse.Sse;

/** Something that a caller follows; looked at by one thread at a time. */
public interface Watched {
  /** Looks in the database what is new, so that any node can tell what another has done. */
  News look(Sse sse);
}
