package io.daybook.analytics.demand;

import io.daybook.api.InvalidValue;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What other instances ask this one on behalf of a caller: the parts of answers that its open partitions have. */
@RestController
class PartsController {

    static final String DEMAND = "/parts/demand";
    static final String WINDOWS = "/parts/windows";

    private final LocalDemand sales;
    private final LocalDemand activity;

    PartsController(DemandBooks salesBooks, DemandBooks activityBooks) {
        this.sales = new LocalDemand(salesBooks);
        this.activity = new LocalDemand(activityBooks);
    }

    @PostMapping({DEMAND + "/{topology}/standing", WINDOWS + "/" + DemandTopology.SALES + "/standing"})
    StandingPart standing(
            @PathVariable(required = false) @Nullable String topology, @RequestBody StandingQuestion question) {
        return of(topology).standing(question);
    }

    @PostMapping({DEMAND + "/{topology}/sums", WINDOWS + "/" + DemandTopology.SALES + "/sums"})
    SumsPart sums(@PathVariable(required = false) @Nullable String topology, @RequestBody SumsQuestion question) {
        return of(topology).sums(question);
    }

    @PostMapping({DEMAND + "/{topology}/panes", WINDOWS + "/" + DemandTopology.SALES + "/panes"})
    PanesPart panes(@PathVariable(required = false) @Nullable String topology, @RequestBody PanesQuestion question) {
        return of(topology).panes(question);
    }

    private LocalDemand of(@Nullable String topology) {
        if (topology == null || topology.equals(DemandTopology.SALES)) {
            return sales;
        }
        if (topology.equals(DemandTopology.ACTIVITY)) {
            return activity;
        }
        throw new InvalidValue("topology", "must be " + DemandTopology.SALES + " or " + DemandTopology.ACTIVITY);
    }
}
