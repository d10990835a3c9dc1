/**
 * What may be asked of the read model of alerts, and its answers.
 */
@NullMarked
package io.daybook.api.alert.query;

import org.jspecify.annotations.NullMarked;
