/**
 * The description of a service's REST API (OpenAPI 3.1) and of its kinds of problems: what can be derived is derived,
 * from the controllers, their records and the table of scopes; summaries and examples are in a file of the service,
 * {@code operations.json}, and so are the problems, {@code problems.properties}. A service has it by declaring an
 * {@link io.daybook.apidescription.ApiFrame} and a {@link io.daybook.apidescription.ProblemCatalogue}. Owns no data;
 * knows no service.
 */
@NullMarked
package io.daybook.apidescription;

import org.jspecify.annotations.NullMarked;
