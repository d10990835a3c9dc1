package io.daybook.query.catalog;

import io.daybook.api.catalog.query.FindProduct;
import io.daybook.api.catalog.query.ProductView;
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
@ReadsFrom("catalog")
final class ProductController {

    private final ProductQueries products;

    ProductController(ProductQueries products) {
        this.products = products;
    }

    @GetMapping("/products")
    @CacheWhileUnchanged
    ResponseEntity<Listed<ProductView>> products(Asked asked) {
        return ProductList.LIST.ask(asked).answer();
    }

    @GetMapping("/products/{sku}")
    @CacheWhileUnchanged(aggregate = "product:{sku}")
    ResponseEntity<ProductView> product(@PathVariable String sku) {
        return Versions.tag(products.handle(new FindProduct(sku)));
    }
}
