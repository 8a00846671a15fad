package dev.patchbay.host.credential;

import dev.patchbay.host.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;

/**
 * Puts new keys into the place of those in use; every call needs a transaction, in which it holds
 * the server's row, so that only one node does it at a time.
 */
@Singleton
public class KeyRotation {
  private final MasterKeySource source;
  private final DataKeys dataKeys;
  private final EntityManager entities;

  @Inject
  KeyRotation(MasterKeySource source, DataKeys dataKeys, EntityManager entities) {
    this.source = source;
    this.dataKeys = dataKeys;
    this.entities = entities;
  }

  /** Waits until no other node is changing the keys, and keeps them from it until the commit. */
  public void lock() {
    locked();
  }

  /**
   * Makes a data key that seals from now on; what is sealed already still has to be sealed anew.
   */
  public void newDataKey() {
    MasterKey master = right(locked());
    perform(() -> dataKeys.add(master));
  }

  /**
   * Encrypts the data keys with the new master key that the operator has put ready.
   *
   * @return the new key's fingerprint
   * @throws ProblemException if there is none, or it is the one in use
   */
  public String newMasterKey() {
    ServerState state = locked();
    MasterKey old = right(state);
    MasterKey fresh = source.findNew().orElseThrow(this::noNewKey);
    if (fresh.fingerprint().equals(old.fingerprint())) {
      throw ProblemException.conflict(
          "The key in "
              + source.newDescription()
              + " is the one in use already: put another one there.");
    }
    perform(() -> dataKeys.rewrap(old, fresh));
    state.bindTo(fresh);
    entities.flush();
    return fresh.fingerprint();
  }

  /** Notes that nothing is sealed with an older data key than the newest any more. */
  public void retireOlderDataKeys() {
    locked();
    dataKeys.retireOlder();
  }

  /** Returns the marks of the data keys that were retired before an instant, by their ids. */
  public Map<String, byte[]> retiredBefore(Instant limit) {
    MasterKey master = right(locked());
    try {
      return dataKeys.retiredBefore(limit, master);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A retired data key does not open", e);
    }
  }

  /** Destroys a retired data key with which nothing is sealed any more. */
  public void destroy(String dataKey) {
    dataKeys.destroy(dataKey);
  }

  private MasterKey right(ServerState state) {
    return new RightKey(source, state.keyFingerprint()).find();
  }

  private ServerState locked() {
    return entities.find(ServerState.class, ServerState.ONLY, LockModeType.PESSIMISTIC_WRITE);
  }

  private ProblemException noNewKey() {
    return ProblemException.conflict(
        "There is no new master key: put one into " + source.newDescription() + " of every node.");
  }

  private static void perform(KeyWork work) {
    try {
      work.run();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The keys could not be changed", e);
    }
  }

  @FunctionalInterface
  private interface KeyWork {
    void run() throws GeneralSecurityException;
  }
}
