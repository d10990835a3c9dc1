package io.daybook.query.order;

import io.daybook.api.Page;
import io.daybook.api.PageRequest;
import io.daybook.api.order.FulfilmentStep;
import io.daybook.api.order.query.FindOverdueProcesses;
import io.daybook.api.order.query.FulfilmentView;
import io.daybook.query.platform.freshness.ReadsFrom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /processes/overdue}: the orders that wait for something longer than they should. */
@RestController
@ReadsFrom("order")
final class ProcessController {

    private final FulfilmentQueries fulfilment;
    private final Clock clock;

    ProcessController(FulfilmentQueries fulfilment, Clock clock) {
        this.fulfilment = fulfilment;
        this.clock = clock;
    }

    @GetMapping("/processes/overdue")
    Page<FulfilmentView> overdue(
            @RequestParam(required = false) @Nullable FulfilmentStep step,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return fulfilment.handle(new FindOverdueProcesses(step, clock.instant(), new PageRequest(limit, cursor)));
    }
}
