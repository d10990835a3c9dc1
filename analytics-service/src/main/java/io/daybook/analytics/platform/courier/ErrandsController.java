package io.daybook.analytics.platform.courier;

import io.daybook.api.InvalidValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /errands}: what waits to be handed to the command service, and what that has refused. Any instance answers
 * for all.
 */
@RestController
class ErrandsController {

    private static final int MOST = 200;

    private final ErrandQueries queries;

    ErrandsController(ErrandQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/errands")
    ErrandsView errands(@RequestParam(defaultValue = "20") int limit) {
        if (limit < 0 || limit > MOST) {
            throw new InvalidValue("limit", "must be 0 to " + MOST);
        }
        return queries.latest(limit);
    }
}
