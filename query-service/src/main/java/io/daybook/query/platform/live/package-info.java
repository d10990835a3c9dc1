/**
 * Live updates by server-sent events (HTML standard, section 9.2): who watches an entity is sent its state whenever an
 * event of it has been projected. Owns no data. Knows no capability; each says what of it may be watched.
 */
@NullMarked
package io.daybook.query.platform.live;

import org.jspecify.annotations.NullMarked;
