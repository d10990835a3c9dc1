/**
 * The instances of the service, and how they share the segments of its processors: each knows the others by their
 * heartbeats and lets go of what is more than its share. Owns the table {@code instance}. Knows no capability.
 */
@NullMarked
package io.daybook.query.platform.instance;

import org.jspecify.annotations.NullMarked;
