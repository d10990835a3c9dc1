/** How fast the monitoring's kernel takes a log in, warms a watch with what has been, and tries one on it. */
@NullMarked
package io.daybook.bench.monitoring;

import org.jspecify.annotations.NullMarked;
