package io.daybook.query.event;

import io.daybook.query.platform.freshness.ReadsFrom;
import io.daybook.query.platform.list.Asked;
import io.daybook.query.platform.list.Listed;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who has looked at events. */
@RestController
@ReadsFrom({})
final class AuditQueryController {

    @GetMapping("/audit/queries")
    ResponseEntity<Listed<AuditQueryView>> queries(Asked asked) {
        return AuditQueryList.LIST.ask(asked).answer();
    }
}
