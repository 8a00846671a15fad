package dev.patchbay.host.startup;

/**
 * Fired once when tables, vault, keys and the first sign-in are there. What needs the database at
 * start observes this, not the container's own event.
 */
public record HostStarted() {}
