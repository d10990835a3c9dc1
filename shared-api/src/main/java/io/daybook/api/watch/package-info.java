/**
 * What a watch looks at: measures, groups, patterns of events. Owns no data; may depend on the checks of the contract
 * alone.
 */
@NullMarked
package io.daybook.api.watch;

import org.jspecify.annotations.NullMarked;
