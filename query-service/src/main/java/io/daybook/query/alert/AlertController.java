package io.daybook.query.alert;

import io.daybook.api.alert.query.AlertView;
import io.daybook.api.alert.query.FindAlert;
import io.daybook.query.platform.Versions;
import io.daybook.query.platform.cache.CacheWhileUnchanged;
import io.daybook.query.platform.freshness.ReadsFrom;
import io.daybook.query.platform.list.Asked;
import io.daybook.query.platform.list.Listed;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ReadsFrom("alert")
final class AlertController {

    private final AlertQueries alerts;

    AlertController(AlertQueries alerts) {
        this.alerts = alerts;
    }

    @GetMapping("/alerts")
    @CacheWhileUnchanged
    ResponseEntity<Listed<AlertView>> alerts(Asked asked) {
        return AlertList.LIST.ask(asked).answer();
    }

    @GetMapping("/alerts/{alertId}")
    @CacheWhileUnchanged(aggregate = "alert:{alertId}")
    ResponseEntity<AlertView> alert(@PathVariable String alertId) {
        return Versions.tag(alerts.handle(new FindAlert(alertId)));
    }
}
