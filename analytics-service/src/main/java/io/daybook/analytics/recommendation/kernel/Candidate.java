package io.daybook.analytics.recommendation.kernel;

/**
 * An item that trails like the session's speak for, with what speaks for it.
 *
 * @param score its score; only comparable within one answer
 * @param neighbours how many of the neighbours have it
 * @param because the item that speaks most for it, one of the session, {@link Items#UNKNOWN} where none of the
 *     neighbours has it
 * @param seen how often the session has seen it already
 * @param further whether it is known only by trails of another candidate, {@code because}, and not by the neighbours
 */
public record Candidate(int item, double score, int neighbours, int because, int seen, boolean further) {}
