/**
 * {@code infra/daybook detect}: the detectors of the analytics service over any series in a file, one value at a time.
 * Owns nothing; depends on the detectors' kernel and on the reader of the Online Retail file.
 */
@NullMarked
package io.daybook.bench.detect;

import org.jspecify.annotations.NullMarked;
