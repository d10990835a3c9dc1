package io.daybook.query.pricing;

import io.daybook.api.Page;
import io.daybook.api.PageRequest;
import io.daybook.api.pricing.query.FindListPrice;
import io.daybook.api.pricing.query.FindListPrices;
import io.daybook.api.pricing.query.ListPriceView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class ListPriceController {

    private final ListPriceQueries listPrices;

    ListPriceController(ListPriceQueries listPrices) {
        this.listPrices = listPrices;
    }

    @GetMapping("/list-prices")
    Page<ListPriceView> listPrices(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return listPrices.handle(new FindListPrices(new PageRequest(limit, cursor)));
    }

    @GetMapping("/products/{sku}/list-price")
    ListPriceView listPrice(@PathVariable String sku) {
        return listPrices.handle(new FindListPrice(sku));
    }
}
