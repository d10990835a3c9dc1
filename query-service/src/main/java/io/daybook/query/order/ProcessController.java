package io.daybook.query.order;

import io.daybook.api.order.query.FulfilmentView;
import io.daybook.query.platform.freshness.ReadsFrom;
import io.daybook.query.platform.list.Asked;
import io.daybook.query.platform.list.Listed;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /processes/overdue}: the orders that wait for something longer than they should. */
@RestController
@ReadsFrom("order")
final class ProcessController {

    private final Clock clock;

    ProcessController(Clock clock) {
        this.clock = clock;
    }

    @GetMapping("/processes/overdue")
    ResponseEntity<Listed<FulfilmentView>> overdue(Asked asked) {
        return OverdueList.LIST.ask(asked, OverdueList.before(clock.instant())).answer();
    }
}
