/**
 * What visitors of a shop do: the records of the activity topic, in JSON with their {@code type} first, keyed by
 * session. They are not events of the store: no aggregate decides about them, and the topic is their only log.
 */
@NullMarked
package io.daybook.api.activity;

import org.jspecify.annotations.NullMarked;
