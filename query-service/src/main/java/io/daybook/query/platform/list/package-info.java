/**
 * Lists of rows: their filters, sorts and pages, which of their fields are shown, and their export. A capability says
 * once what a list has; how it is asked for and answered is here and the same for all. Knows no capability.
 */
@NullMarked
package io.daybook.query.platform.list;

import org.jspecify.annotations.NullMarked;
