package io.daybook.command.catalog;

import static io.daybook.command.Fixtures.refusal;

import io.daybook.api.RejectionCode;
import io.daybook.api.catalog.Products;
import io.daybook.api.catalog.command.DescribeProduct;
import io.daybook.api.catalog.command.ProductFacts;
import io.daybook.api.catalog.command.RegisterProduct;
import io.daybook.api.catalog.command.ReviseProduct;
import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductRevised;
import io.daybook.command.Fixtures;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProductTest {

    private final FixtureConfiguration<Product> product = Fixtures.of(Product.class);

    @Test
    void isRegistered() {
        product.givenNoPriorActivity().when(Products.register()).expectEvents(Products.registered());
    }

    @Test
    void isRegisteredOnce() {
        product.given(Products.registered())
                .when(Products.register())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @MethodSource("others")
    void refusesToBeRegisteredAsSomethingElse(RegisterProduct other) {
        product.given(Products.registered())
                .when(other)
                .expectNoEvents()
                .expectException(refusal(RejectionCode.ID_TAKEN));
    }

    static Stream<RegisterProduct> others() {
        return Stream.of(
                new RegisterProduct(Products.SKU, Products.NAME, false, Products.CATEGORY),
                new RegisterProduct(Products.SKU, Products.NAME, true, "Home/Lights"),
                new RegisterProduct(Products.SKU, Products.NAME, true, null));
    }

    @Test
    void isRegisteredWithoutACategory() {
        ProductRegistered registered = new ProductRegistered(Products.SKU, Products.NAME, true, null);
        product.givenNoPriorActivity()
                .when(new RegisterProduct(Products.SKU, Products.NAME, true, null))
                .expectEvents(registered);
    }

    @Test
    void isRevised() {
        product.given(Products.registered()).when(Products.revise()).expectEvents(Products.revised());
    }

    @Test
    void isRevisedOnce() {
        product.given(Products.registered(), Products.revised())
                .when(Products.revise())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isRevisedInItsCategoryAlone() {
        product.given(Products.registered())
                .when(new ReviseProduct(Products.SKU, Products.NAME, "Home/Lights"))
                .expectEvents(new ProductRevised(Products.SKU, Products.NAME, "Home/Lights"));
    }

    @Test
    void isTakenOutOfItsCategoryOnce() {
        ReviseProduct withoutCategory = new ReviseProduct(Products.SKU, Products.NAME, null);
        ProductRevised revised = new ProductRevised(Products.SKU, Products.NAME, null);
        product.given(Products.registered()).when(withoutCategory).expectEvents(revised);

        Fixtures.of(Product.class)
                .given(Products.registered(), revised)
                .when(withoutCategory)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isRevisedBackToWhatItWasRegisteredAs() {
        product.given(Products.registered(), new ProductRevised(Products.SKU, Products.NAME, null))
                .when(new ReviseProduct(Products.SKU, Products.NAME, Products.CATEGORY))
                .expectEvents(new ProductRevised(Products.SKU, Products.NAME, Products.CATEGORY));
    }

    @Test
    void refusesARevisionOnceWithdrawn() {
        product.given(Products.registered(), Products.withdrawn())
                .when(Products.revise())
                .expectNoEvents()
                .expectException(refusal(RejectionCode.PRODUCT_WITHDRAWN));
    }

    @Test
    void isWithdrawn() {
        product.given(Products.registered()).when(Products.withdraw()).expectEvents(Products.withdrawn());
    }

    @Test
    void isWithdrawnOnce() {
        product.given(Products.registered(), Products.withdrawn())
                .when(Products.withdraw())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isNotWithdrawnBeforeItIsRegistered() {
        product.givenNoPriorActivity().when(Products.withdraw()).expectException(AggregateNotFoundException.class);
    }

    @Test
    void tellsWhatItIs() {
        product.given(new ProductRegistered(Products.SKU, Products.NAME, false, null), Products.withdrawn())
                .when(new DescribeProduct(Products.SKU))
                .expectNoEvents()
                .expectResultMessagePayload(new ProductFacts(false, true));
    }
}
