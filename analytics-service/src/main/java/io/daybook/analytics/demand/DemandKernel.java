package io.daybook.analytics.demand;

import io.daybook.analytics.booking.BookedLine;
import io.daybook.analytics.booking.Booking;
import io.daybook.analytics.demand.Visit.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What a booking of an event, or a visitor's activity, adds to the demand of which product and country. */
final class DemandKernel {

    private DemandKernel() {}

    /** Adds a booking; its lines are summed first, so that it touches each figure once and counts as one order. */
    static void book(DemandBook book, Booking booking, long position) {
        Map<String, Sales> products = new LinkedHashMap<>();
        for (BookedLine line : booking.lines()) {
            products.merge(line.sku(), new Sales(line.units(), line.revenue()), Sales::plus);
        }
        Sales total = products.values().stream().reduce(Sales.NONE, Sales::plus);
        products.forEach((sku, sold) -> book(book, booking, Subject.product(sku), sold, position));
        book(book, booking, Subject.country(booking.country()), total, position);
        book.passed(position, booking.at());
    }

    private static void book(DemandBook book, Booking booking, Subject subject, Sales sold, long position) {
        boolean isOrder = booking.kind() == Booking.Kind.SALE;
        Demand added = isOrder ? Demand.ordered(sold) : Demand.of(sold);
        book.book(booking.at(), new Account(subject, booking.currency()), added, position);
        if (isOrder) {
            book.sold(subject, new Sale(booking.at(), position, booking.currency(), sold));
        }
    }

    /** Adds what a visitor did, unless that is a repetition. */
    static void book(DemandBook book, Visit visit, long offset) {
        if (visit.activityId() != null && book.isRepetition(visit.activityId(), offset)) {
            book.passedRepetition(offset);
            return;
        }
        if (visit.kind() != Kind.OTHER) {
            Demand added = demandOf(visit.kind());
            book.book(visit.at(), accountOf(Subject.product(Objects.requireNonNull(visit.sku()))), added, offset);
            if (visit.country() != null) {
                book.book(visit.at(), accountOf(Subject.country(visit.country())), added, offset);
            }
        }
        book.passed(offset, visit.at());
    }

    private static Demand demandOf(Kind kind) {
        return switch (kind) {
            case VIEW -> Demand.ONE_VIEW;
            case CART_ADDITION -> Demand.ONE_CART_ADDITION;
            case CART_REMOVAL -> Demand.ONE_CART_REMOVAL;
            case OTHER -> Demand.NONE;
        };
    }

    private static Account accountOf(Subject subject) {
        return new Account(subject, Account.NO_CURRENCY);
    }
}
