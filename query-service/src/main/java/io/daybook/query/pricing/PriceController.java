package io.daybook.query.pricing;

import io.daybook.api.pricing.query.FindListPrice;
import io.daybook.api.pricing.query.FindPrice;
import io.daybook.api.pricing.query.ListPriceView;
import io.daybook.api.pricing.query.PriceChangeView;
import io.daybook.api.pricing.query.PriceView;
import io.daybook.query.platform.Versions;
import io.daybook.query.platform.freshness.ReadsFrom;
import io.daybook.query.platform.list.Asked;
import io.daybook.query.platform.list.Listed;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ReadsFrom("pricing")
final class PriceController {

    private final PriceQueries prices;

    PriceController(PriceQueries prices) {
        this.prices = prices;
    }

    @GetMapping("/prices")
    ResponseEntity<Listed<PriceView>> prices(Asked asked) {
        return prices.list(asked).answer();
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
    ResponseEntity<Listed<PriceChangeView>> changes(@PathVariable String sku, Asked asked) {
        return prices.changes(sku, asked).answer();
    }
}
