package io.daybook.query.catalog;

import io.daybook.api.Page;
import io.daybook.api.PageRequest;
import io.daybook.api.catalog.query.FindProduct;
import io.daybook.api.catalog.query.FindProducts;
import io.daybook.api.catalog.query.ProductView;
import io.daybook.query.platform.Versions;
import io.daybook.query.platform.freshness.ReadsFrom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ReadsFrom("catalog")
final class ProductController {

    private final ProductQueries products;

    ProductController(ProductQueries products) {
        this.products = products;
    }

    @GetMapping("/products")
    Page<ProductView> products(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return products.handle(new FindProducts(new PageRequest(limit, cursor)));
    }

    @GetMapping("/products/{sku}")
    ResponseEntity<ProductView> product(@PathVariable String sku) {
        return Versions.tag(products.handle(new FindProduct(sku)));
    }
}
