package io.daybook.analytics.demand;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Answers from the books that are open in this instance. */
final class LocalDemand {

    private final DemandBooks books;

    LocalDemand(DemandBooks books) {
        this.books = books;
    }

    StandingPart standing(StandingQuestion question) {
        Map<Integer, StandingPart.Standing> standings = new TreeMap<>();
        Set<String> products = new HashSet<>();
        books.now().forEach((partition, book) -> {
            standings.put(partition, new StandingPart.Standing(book.progress(), book.horizon()));
            if (question.category() != null) {
                products.addAll(book.productsOf(question.category()));
            }
        });
        return new StandingPart(standings, products);
    }

    SumsPart sums(SumsQuestion question) {
        Map<Integer, DemandBook> open = books.now();
        List<Map<String, ByCurrency>> sums = new ArrayList<>();
        boolean isTooFine = false;
        for (List<PaneCut> window : question.windows()) {
            Map<Account, Demand> sum = new HashMap<>();
            for (PaneCut cut : window) {
                for (DemandBook book : open.values()) {
                    read(
                            book,
                            cut,
                            question.subjects(),
                            (_, account, demand) -> sum.merge(account, demand, Demand::plus));
                    isTooFine |= isTooFine(book, cut);
                }
            }
            sums.add(byName(sum));
        }
        return new SumsPart(
                open.keySet(), isTooFine, sums, question.lastSales() ? lastSales(open, question.subjects()) : Map.of());
    }

    PanesPart panes(PanesQuestion question) {
        Map<Integer, DemandBook> open = books.now();
        Map<Instant, ByCurrency> panes = new TreeMap<>();
        boolean isTooFine = false;
        for (DemandBook book : open.values()) {
            read(
                    book,
                    question.cut(),
                    question.subjects(),
                    (pane, account, demand) ->
                            panes.merge(pane, ByCurrency.of(account.currency(), demand), ByCurrency::plus));
            isTooFine |= isTooFine(book, question.cut());
        }
        return new PanesPart(open.keySet(), isTooFine, panes);
    }

    private static Map<String, List<Sale>> lastSales(Map<Integer, DemandBook> open, Subjects subjects) {
        Map<String, List<Sale>> sales = new HashMap<>();
        for (Subject subject : subjects.named()) {
            sales.put(
                    subject.name(),
                    open.values().stream()
                            .flatMap(book -> book.lastSales(subject).stream())
                            .sorted(Sale.BY_AGE)
                            .toList());
        }
        return sales;
    }

    private static void read(DemandBook book, PaneCut cut, Subjects subjects, PaneBook.PaneReader reader) {
        PaneBook panes = book.panes(cut.grain());
        if (subjects.names() == null) {
            panes.forEach(cut.range(), (pane, account, demand) -> {
                if (subjects.contains(account.subject())) {
                    reader.accept(pane, account, demand);
                }
            });
            return;
        }
        panes.forEach(cut.range(), panes.accountsOf(subjects.named()), reader);
    }

    /** Looked at after the panes were read, for they may go meanwhile. */
    private static boolean isTooFine(DemandBook book, PaneCut cut) {
        return cut.grain() == Grain.FINE && cut.from().isBefore(book.horizon());
    }

    private static Map<String, ByCurrency> byName(Map<Account, Demand> sums) {
        Map<String, ByCurrency> byName = new HashMap<>();
        sums.forEach((account, demand) ->
                byName.merge(account.subject().name(), ByCurrency.of(account.currency(), demand), ByCurrency::plus));
        return byName;
    }
}
