package dev.patchbay.host.problem;

/**
 * What is wrong with one field.
 *
 * @param field where it is, such as {@code endUser.id} or {@code scopes[2]}
 * @param message what is wrong and what would be right
 */
public record FieldError(String field, String message) {}
