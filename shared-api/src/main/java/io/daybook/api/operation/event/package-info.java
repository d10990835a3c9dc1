/**
 * What operators did to the read side. Append-only: the type names are stored in the event store. The query service
 * appends these, and nothing else.
 */
@NullMarked
package io.daybook.api.operation.event;

import org.jspecify.annotations.NullMarked;
