package io.daybook.query.pricing;

import io.daybook.api.PageRequest;
import io.daybook.api.pricing.query.FindLowestPrice;
import io.daybook.api.pricing.query.FindPriceReductions;
import io.daybook.api.pricing.query.LowestPriceView;
import io.daybook.api.pricing.query.PriceReductionsView;
import io.daybook.query.platform.freshness.ReadsFrom;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an announcement of a reduced price has to show beside it. */
@RestController
@ReadsFrom("pricing")
final class ReductionController {

    private final ReductionQueries reductions;

    ReductionController(ReductionQueries reductions) {
        this.reductions = reductions;
    }

    @GetMapping("/products/{sku}/price/reductions")
    PriceReductionsView reductions(
            @PathVariable String sku,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return reductions.handle(new FindPriceReductions(sku, new PageRequest(limit, cursor)));
    }

    @GetMapping("/products/{sku}/price/lowest")
    LowestPriceView lowest(
            @PathVariable String sku,
            @RequestParam(defaultValue = "30") int days,
            @RequestParam(required = false) @Nullable Instant before) {
        return reductions.handle(new FindLowestPrice(sku, days, before));
    }
}
