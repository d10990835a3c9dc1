package io.daybook.command.catalog;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.daybook.api.catalog.command.DescribeProduct;
import io.daybook.api.catalog.command.ProductFacts;
import io.daybook.command.platform.Cause;
import io.daybook.command.platform.Commands;
import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * What can be sold, for the contexts that sell it. Remembers what it was told for some seconds, so a withdrawal
 * takes that long to bind everywhere.
 */
@Component
public final class Assortment {

    private static final Duration MEMORY = Duration.ofSeconds(5);
    private static final int LARGEST = 100_000;

    private final LoadingCache<String, ProductFacts> facts;

    Assortment(Commands commands) {
        this.facts = Caffeine.newBuilder()
                .maximumSize(LARGEST)
                .expireAfterWrite(MEMORY)
                .build(sku -> describe(commands, sku));
    }

    /** What a product is; refused where there is none. */
    public ProductFacts find(String sku) {
        return Objects.requireNonNull(facts.get(sku));
    }

    /** What a product is; refused where there is none or it is withdrawn. */
    public ProductFacts findOnSale(String sku) {
        ProductFacts known = find(sku);
        new ProductIsOnSale(sku, known.withdrawn()).enforce();
        return known;
    }

    private static ProductFacts describe(Commands commands, String sku) {
        Object answer = commands.send(new DescribeProduct(sku), Cause.request()).answer();
        return (ProductFacts) Objects.requireNonNull(answer);
    }
}
