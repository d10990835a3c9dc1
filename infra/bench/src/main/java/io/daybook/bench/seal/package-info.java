/** What sealing the log costs those who append to it, and how fast a sealed log is verified. */
@NullMarked
package io.daybook.bench.seal;

import org.jspecify.annotations.NullMarked;
