package dev.patchbay.host.credential;

import dev.patchbay.api.setting.Secret;
import java.util.Optional;

/**
 * What is kept for a connection at a moment.
 *
 * @param version by which a later change is noticed
 * @param refusal the service's words, if it has called this content dead
 */
public record Kept(Secret content, long version, Optional<String> refusal) {}
