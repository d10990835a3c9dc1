/**
 * The import of the UCI Online Retail file: reads the rows as a stream, makes of every trading day the requests that
 * the shop would have had, and drives the public command side with them. What is sent depends only on the file up to
 * that day, so an import can be repeated, or be broken off and done again, and changes nothing twice. Owns no data; may
 * use {@code traffic} and the file.
 */
@NullMarked
package io.daybook.local.onlineretail;

import org.jspecify.annotations.NullMarked;
