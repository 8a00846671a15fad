package dev.patchbay.host.merge;

import java.util.Optional;

/**
 * A field that both sides edited differently, and whose edit stands. The values are JSON in JDK
 * types; a side that removed the field has none.
 *
 * @param path where the field is, as in a PatchObject
 */
public record Decision(
    String path, Optional<Object> crm, Optional<Object> service, Winner winner) {}
