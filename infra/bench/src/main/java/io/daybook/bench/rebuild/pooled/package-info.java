/**
 * A reference: the read models as a tutorial has them, in JPA entities kept by Axon's processor with all its defaults,
 * on the same event store.
 */
@NullMarked
package io.daybook.bench.rebuild.pooled;

import org.jspecify.annotations.NullMarked;
