/** What may be asked about the operators' actions, and the answers. */
@NullMarked
package io.daybook.api.operation.query;

import org.jspecify.annotations.NullMarked;
