package io.daybook.analytics.demand;

import io.daybook.analytics.platform.NotReady;
import io.daybook.analytics.platform.SharedTopology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Answers from the books of all partitions, wherever they are open. */
final class SharedDemand {

    private final LocalDemand here;
    private final SharedTopology topology;
    private final String path;

    /**
     * Answers.
     *
     * @param path where other instances take the questions, as a caller of this one's scope may ask them
     */
    SharedDemand(LocalDemand here, SharedTopology topology, String path) {
        this.here = here;
        this.topology = topology;
        this.path = path;
    }

    Standings standings(StandingQuestion question) {
        return Standings.of(
                topology.ask(() -> here.standing(question), path + "/standing", question, StandingPart.class));
    }

    /** For each of the windows the sums by the name of the subject. */
    List<Map<String, ByCurrency>> sums(SumsQuestion question) {
        List<SumsPart> parts = sumsParts(question);
        List<Map<String, ByCurrency>> sums = new ArrayList<>();
        for (int window = 0; window < question.windows().size(); window++) {
            Map<String, ByCurrency> sum = new HashMap<>();
            for (SumsPart part : parts) {
                part.sums().get(window).forEach((name, demand) -> sum.merge(name, demand, ByCurrency::plus));
            }
            sums.add(sum);
        }
        return sums;
    }

    /** The last sales of all subjects together, oldest first. */
    List<Sale> lastSales(Subjects subjects, int most) {
        List<List<Sale>> sales = new ArrayList<>();
        sumsParts(new SumsQuestion(subjects, List.of(), true))
                .forEach(part -> sales.addAll(part.lastSales().values()));
        return LastSales.merged(sales, most);
    }

    NavigableMap<Instant, ByCurrency> panes(PanesQuestion question) {
        NavigableMap<Instant, ByCurrency> panes = new TreeMap<>();
        List<PanesPart> parts = topology.ask(() -> here.panes(question), path + "/panes", question, PanesPart.class);
        for (PanesPart part : parts) {
            requireKept(part.isTooFine());
            part.panes().forEach((start, demand) -> panes.merge(start, demand, ByCurrency::plus));
        }
        return panes;
    }

    private List<SumsPart> sumsParts(SumsQuestion question) {
        List<SumsPart> parts = topology.ask(() -> here.sums(question), path + "/sums", question, SumsPart.class);
        parts.forEach(part -> requireKept(part.isTooFine()));
        return parts;
    }

    /** The question was put after looking at what is kept, so it went in between. */
    private static void requireKept(boolean isTooFine) {
        if (isTooFine) {
            throw new NotReady("Fine panes that were asked for have just become too old to be kept");
        }
    }
}
