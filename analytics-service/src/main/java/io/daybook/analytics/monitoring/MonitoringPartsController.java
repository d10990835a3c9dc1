package io.daybook.analytics.monitoring;

import io.daybook.analytics.monitoring.MonitoringQueries.BackTestPart;
import io.daybook.analytics.monitoring.MonitoringQueries.MeasurePart;
import io.daybook.analytics.monitoring.MonitoringQueries.WatchesPart;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What other instances ask this one on behalf of a caller. */
@RestController
class MonitoringPartsController {

    private final MonitoringQueries queries;

    MonitoringPartsController(MonitoringQueries queries) {
        this.queries = queries;
    }

    @PostMapping(MonitoringQueries.PATH + "/watches")
    WatchesPart watches() {
        return queries.watchesHere();
    }

    @PostMapping(MonitoringQueries.PATH + "/measures")
    MeasurePart measure(@RequestBody MeasureQuestion question) {
        return queries.measureHere(question);
    }

    @PostMapping(MonitoringQueries.PATH + "/backtest")
    BackTestPart backTest(@RequestBody BackTestQuestion question) {
        return queries.backTestHere(question);
    }
}
