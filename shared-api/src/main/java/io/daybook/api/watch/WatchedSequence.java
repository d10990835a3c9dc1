package io.daybook.api.watch;

import io.daybook.api.InvalidValue;
import io.daybook.api.Require;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A pattern over the events of one order, one price or one stock item.
 *
 * @param first the types of events that it begins with, such as {@code OrderPlaced}
 * @param second the types that settle or complete it; empty for any other event of the same
 * @param times how many events a repetition takes, 2 to 1,000; null for the other forms
 * @param within from the first event on, 1 second to 1 day
 */
public record WatchedSequence(
        SequenceForm form,
        List<String> first,
        List<String> second,
        @Nullable Integer times,
        Duration within) {

    private static final List<Set<String>> SUBJECTS = List.of(
            Set.of(
                    "OrderPlaced",
                    "OrderReserved",
                    "OrderConfirmed",
                    "OrderRejected",
                    "OrderCancelled",
                    "OrderShipped",
                    "PaymentRecorded",
                    "GoodsReturned",
                    "FulfilmentStalled",
                    "FulfilmentRetried"),
            Set.of("ListPriceSet", "PriceChanged", "PriceProposed", "PriceProposalDeclined", "PriceProposalRejected"),
            Set.of("StockReceived", "StockCounted", "StockWrittenOff", "ReservationRefused"));

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST_TIMES = 1_000;

    public WatchedSequence {
        Require.present(form, "sequence.form");
        first = List.copyOf(Require.lines(first, "sequence.first"));
        second = Require.present(second, "sequence.second").isEmpty()
                ? List.of()
                : List.copyOf(Require.lines(second, "sequence.second"));
        Require.present(within, "sequence.within");
        if (within.compareTo(Duration.ofSeconds(1)) < 0 || within.compareTo(LONGEST) > 0) {
            throw new InvalidValue("sequence.within", "must be 1 second to 1 day");
        }
        if (form != SequenceForm.REPEATED && times != null) {
            throw new InvalidValue("sequence.times", "goes with REPEATED only");
        }
        if (form == SequenceForm.REPEATED && (times == null || times < 2 || times > MOST_TIMES)) {
            throw new InvalidValue("sequence.times", "must be 2 to " + MOST_TIMES);
        }
        if (form == SequenceForm.REPEATED && !second.isEmpty()) {
            throw new InvalidValue("sequence.second", "does not go with REPEATED");
        }
        if (second.stream().anyMatch(first::contains)) {
            throw new InvalidValue("sequence.second", "must have no type that sequence.first has");
        }
        checkTypes(first, second);
    }

    /** All types that may be watched. */
    public static Set<String> watchable() {
        Set<String> all = new TreeSet<>();
        SUBJECTS.forEach(all::addAll);
        return all;
    }

    private static void checkTypes(List<String> first, List<String> second) {
        requireWatchable(first, "sequence.first");
        requireWatchable(second, "sequence.second");
        if (SUBJECTS.stream().noneMatch(types -> types.containsAll(first) && types.containsAll(second))) {
            throw new InvalidValue(
                    "sequence.second",
                    "must be of the same kind of thing as sequence.first: an order, a price or a stock item");
        }
    }

    private static void requireWatchable(List<String> types, String field) {
        for (String type : types) {
            if (type == null || !watchable().contains(type)) {
                throw new InvalidValue(field, "must be some of " + String.join(", ", watchable()));
            }
        }
    }
}
