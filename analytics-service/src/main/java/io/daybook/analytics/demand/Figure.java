package io.daybook.analytics.demand;

/**
 * The sum of one account in one pane within one partition of a topic, with the place of the last record in it: its
 * position in the store for an event, its offset for an activity. Places only increase within a partition, so a record
 * at or before that place is already in the sum: applying it again changes nothing.
 */
record Figure(Demand demand, long place) {

    static final Figure NONE = new Figure(Demand.NONE, -1);

    /** This figure with what the record at a place adds, or this figure where it has that already. */
    Figure with(Demand added, long recordPlace) {
        return recordPlace <= place ? this : new Figure(demand.plus(added), recordPlace);
    }
}
