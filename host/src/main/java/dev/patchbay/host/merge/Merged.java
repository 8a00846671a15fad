package dev.patchbay.host.merge;

import java.util.List;
import java.util.Map;

/**
 * What two edited states of a record became.
 *
 * @param data the record with the edits of both sides
 * @param decisions the fields that both edited, in the order of the record
 */
public record Merged(Map<String, Object> data, List<Decision> decisions) {}
