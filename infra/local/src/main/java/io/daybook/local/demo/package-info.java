/**
 * A simulated shop to look at when there is no trade of one's own: seeded, the same on every machine, and said to be
 * simulated wherever it is shown. Drives the public command side through {@code traffic}. Owns no data.
 */
@NullMarked
package io.daybook.local.demo;

import org.jspecify.annotations.NullMarked;
