package dev.patchbay.host.security;

import dev.patchbay.host.caller.Caller;

/** Somebody who can sign in: a user or an API key. */
interface Subject {

  /** Returns who it is to the rest of the server, as the database has it now. */
  Caller caller();
}
