package io.daybook.query.pricing;

import io.daybook.api.Page;
import io.daybook.api.PageRequest;
import io.daybook.api.pricing.query.FindListPrice;
import io.daybook.api.pricing.query.FindListPrices;
import io.daybook.api.pricing.query.FindPrice;
import io.daybook.api.pricing.query.FindPriceChanges;
import io.daybook.api.pricing.query.ListPriceView;
import io.daybook.api.pricing.query.PriceChangeView;
import io.daybook.api.pricing.query.PriceView;
import io.daybook.query.platform.Versions;
import io.daybook.query.platform.freshness.ReadsFrom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ReadsFrom("pricing")
final class PriceController {

    private final PriceQueries prices;

    PriceController(PriceQueries prices) {
        this.prices = prices;
    }

    @GetMapping("/list-prices")
    Page<ListPriceView> listPrices(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return prices.handle(new FindListPrices(new PageRequest(limit, cursor)));
    }

    @GetMapping("/products/{sku}/list-price")
    ListPriceView listPrice(@PathVariable String sku) {
        return prices.handle(new FindListPrice(sku));
    }

    @GetMapping("/products/{sku}/price")
    ResponseEntity<PriceView> price(@PathVariable String sku) {
        return Versions.tag(prices.handle(new FindPrice(sku)));
    }

    @GetMapping("/products/{sku}/price/changes")
    Page<PriceChangeView> changes(
            @PathVariable String sku,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return prices.handle(new FindPriceChanges(sku, new PageRequest(limit, cursor)));
    }
}
