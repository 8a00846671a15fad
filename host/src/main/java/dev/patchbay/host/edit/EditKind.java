package dev.patchbay.host.edit;

/** What an edit makes of the item at the service. */
public enum EditKind {
  CREATE,
  UPDATE,
  DELETE
}
