package dev.patchbay.host.credential;

import dev.patchbay.api.setting.Secret;

/**
 * What is kept for a connection at a moment.
 *
 * @param version by which a later change is noticed
 */
public record Kept(Secret content, long version) {}
