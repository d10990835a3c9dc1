package io.daybook.analytics.recommendation.kernel;

/**
 * How much what counts in {@link NeighbourKernel}, whose formula has their symbols.
 *
 * @param session the last so many steps of a session are asked for
 * @param recent so many of the most recent trails of an item are looked at (m)
 * @param neighbours so many trails speak (k)
 * @param position λ₁: steps after which a step of the session counts e times less for the likeness of a trail
 * @param rarity α: the power of the inverse document frequency of an item that both have
 * @param length β: the power of a trail's length that its likeness is divided by
 * @param days λ₂: days after which a trail counts e times less
 * @param match λ₃: steps after which a step of the session counts e times less as the reason for another item
 * @param distance λ₄: steps within a trail after which an item counts e times less
 * @param backward γ: how much an item before the common one counts, of what it would count after it
 * @param spread δ: the power of the number of trails an item is in
 * @param reminder ρ: how much an item that the session has seen counts beside the best of the neighbours' items
 * @param reminderSteps λ₅: steps after which such an item counts e times less
 * @param repeated σ: how much more it counts for each further time that it was seen
 * @param seeds so many of the best candidates are asked for what goes with them where there are too few
 * @param seedRecent so many of the most recent trails of each are looked at then
 */
public record NeighbourWeights(
        int session,
        int recent,
        int neighbours,
        double position,
        double rarity,
        double length,
        double days,
        double match,
        double distance,
        double backward,
        double spread,
        double reminder,
        double reminderSteps,
        double repeated,
        int seeds,
        int seedRecent) {

    /** Chosen on the validation part of a published click sample, see ADR 0031. */
    public static final NeighbourWeights CHOSEN =
            new NeighbourWeights(15, 500, 100, 5, 1, 0.25, 40, 0.8, 1.25, 0.9, 0.1, 1.25, 6, 0.3, 5, 100);
}
