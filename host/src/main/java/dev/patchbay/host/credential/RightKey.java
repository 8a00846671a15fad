package dev.patchbay.host.credential;

import dev.patchbay.host.problem.StartupRefused;
import java.util.Optional;

/** Picks the master key that the data is under, and says what to do where it is not there. */
final class RightKey {
  private final MasterKeySource source;
  private final Optional<String> fingerprint;

  RightKey(MasterKeySource source, Optional<String> fingerprint) {
    this.source = source;
    this.fingerprint = fingerprint;
  }

  MasterKey find() {
    return fingerprint
        .map(known -> source.find(known).orElseThrow(() -> missing(known)))
        .orElseGet(() -> source.find().orElseThrow(this::none));
  }

  private StartupRefused missing(String known) {
    return source
        .find()
        .map(
            other ->
                new StartupRefused(
                    "The data is encrypted with the master key "
                        + known
                        + ", but the given key is "
                        + other.fingerprint()
                        + ": give the key that belongs to this database."))
        .orElseGet(
            () ->
                new StartupRefused(
                    "The data is encrypted with the master key "
                        + known
                        + ", and there is no key in "
                        + source.description()
                        + ": put that key back."));
  }

  private StartupRefused none() {
    return new StartupRefused("There is no master key in " + source.description() + ": give one.");
  }
}
