package dev.patchbay.host.rotation;

import java.util.Optional;

/**
 * Some rows of one column, looked at.
 *
 * @param found how many were under an older key
 * @param resealed how many of them are under the newest now; somebody else changed the others
 * @param unreadable how many did not open
 * @param lastKey the key of the last row
 * @param isLast whether the column has no more
 * @param problem what did not open
 */
record Batch(
    int found,
    int resealed,
    int unreadable,
    String lastKey,
    boolean isLast,
    Optional<String> problem) {}
