package io.webchat.support.problem;

/**
 * One fault of the input.
 *
 * @param field the field of the body as a path ({@code name}, {@code items[2].id}), or a parameter, path variable or
 *     header
 * @param message what would be right, as the end of a sentence that begins with the field: "must have 3 to 30 …"
 */
public record InvalidField(String field, String message) {}
