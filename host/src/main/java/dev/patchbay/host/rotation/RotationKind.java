package dev.patchbay.host.rotation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which keys are replaced. */
public enum RotationKind {
  /** The key that seals every stored secret; all of them are sealed anew. */
  @JsonProperty("data-key")
  DATA_KEY,

  /** The key outside the database; only the data keys are encrypted anew. */
  @JsonProperty("master-key")
  MASTER_KEY,

  /**
   * The key that signs access tokens; the old one goes on verifying until its tokens have ended.
   */
  @JsonProperty("signing-key")
  SIGNING_KEY
}
