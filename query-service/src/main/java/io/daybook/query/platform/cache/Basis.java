package io.daybook.query.platform.cache;

import java.util.Set;

/**
 * What an answer was made from.
 *
 * @param generation the id of the generation
 * @param processors those behind it
 * @param aggregate the one whose events make all of it, empty where it may be any
 * @param position which the processors had passed before it was made
 */
record Basis(int generation, Set<String> processors, String aggregate, long position) {}
