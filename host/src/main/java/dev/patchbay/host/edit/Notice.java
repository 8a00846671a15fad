package dev.patchbay.host.edit;

import dev.patchbay.host.problem.ProblemException;

/** Whether the people who are invited are to be told of an edit. */
public enum Notice {
  NONE,
  /** The CRM asked for it. */
  WANTED,
  /** It was sent so, and nobody knows yet whether that arrived. */
  SENT;

  static final String PARAMETER = "notify";
  private static final String INVITEES = "invitees";

  /**
   * @param notify as the request says it; null if it says nothing
   */
  static Notice of(String notify) {
    if (notify == null) {
      return NONE;
    }
    if (!notify.equals(INVITEES)) {
      throw ProblemException.invalid(
          PARAMETER, "must be %s, or absent so that nobody is told".formatted(INVITEES));
    }
    return WANTED;
  }

  /** Whether the next attempt tells them. */
  public boolean isDue() {
    return this != NONE;
  }

  /** Of a further edit while this one waits: whoever asked, both go together. */
  Notice and(Notice further) {
    return further == NONE ? this : further;
  }

  /** Once it is marked as being sent. */
  Notice sent() {
    return this == WANTED ? SENT : this;
  }

  /** Once the service has what was sent; what the CRM asked for since is still wanted. */
  public Notice arrived() {
    return this == SENT ? NONE : this;
  }

  /** Once it is known that nothing arrived. */
  Notice missed() {
    return this == SENT ? WANTED : this;
  }

  /**
   * Once it is known that this attempt did not arrive.
   *
   * @param before what it was before the attempt, since an earlier one may have arrived
   */
  public Notice withdrawn(Notice before) {
    return this == SENT ? before : this;
  }
}
