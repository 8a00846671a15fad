package dev.patchbay.sandbox.fault;

import dev.patchbay.sandbox.http.Request;

/** A fault that only the handler itself can commit, since it needs to know its own paging. */
public enum Trick {
  DUPLICATE_PAGE,
  LOOPING_PAGE;

  public boolean isAsked(Request request) {
    return request.isTricked(name());
  }
}
