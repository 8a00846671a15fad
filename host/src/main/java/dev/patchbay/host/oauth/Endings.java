package dev.patchbay.host.oauth;

import dev.patchbay.host.credential.Holder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What this node has seen lately: which version of a grant is due when. It saves the look at a
 * grant that is due for sure; whether that version is still kept, the lease for it tells. No secret
 * is in it.
 */
final class Endings {
  private static final int MOST = 50_000;

  private final Map<Holder, Ending> seen =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Holder, Ending> eldest) {
          return size() > MOST;
        }
      };

  synchronized void saw(Holder holder, long version, Grant grant) {
    grant
        .dueAt()
        .ifPresentOrElse(
            due -> seen.put(holder, new Ending(version, due)), () -> seen.remove(holder));
  }

  /** The version that was seen last, if it is due by now. */
  synchronized OptionalLong dueVersion(Holder holder, Instant now) {
    var ending = seen.get(holder);
    return ending == null || ending.due().isAfter(now)
        ? OptionalLong.empty()
        : OptionalLong.of(ending.version());
  }

  private record Ending(long version, Instant due) {}
}
