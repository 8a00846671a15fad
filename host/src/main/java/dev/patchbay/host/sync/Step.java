package dev.patchbay.host.sync;

/** The places of a sync between which a crash can fall; each leaves something else half done. */
enum Step {
  /** A page of a pull, or a part of one, is committed. */
  PULLED,
  /** A collection's pull is complete. */
  PULL_COMPLETE,
  /** An edit is marked as being sent, and nothing left yet. */
  MARKED,
  /** The service answered, and nothing of it is written down yet. */
  ANSWERED,
  /** The answer is written down. */
  SETTLED,
  /** The service holds another version than the edit was made of, and it was read. */
  REREAD,
  /** The edit was merged with that version. */
  MERGED_AGAIN
}
