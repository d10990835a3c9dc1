package io.daybook.apidescription;

/**
 * What the description says of a whole API.
 *
 * @param beside a class of the package whose {@code operations.json} has the examples
 * @param version of the API, not of the service
 */
public record ApiFrame(String title, String version, String description, Class<?> beside) {}
