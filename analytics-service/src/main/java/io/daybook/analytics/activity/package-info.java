/**
 * Activity intake: takes in what visitors of shops do and puts it into the activity topic, of which it is the only
 * writer. Owns that topic. Knows no other context; those write activities of their own by the platform's
 * {@code ActivityWriter}.
 */
@NullMarked
package io.daybook.analytics.activity;

import org.jspecify.annotations.NullMarked;
