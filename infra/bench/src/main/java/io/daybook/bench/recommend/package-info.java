/**
 * How well the next click of a session is foreseen, by any file of sessions: reads the file, asks before each click,
 * and counts how often and how far up the click was in the answer.
 */
@NullMarked
package io.daybook.bench.recommend;

import org.jspecify.annotations.NullMarked;
