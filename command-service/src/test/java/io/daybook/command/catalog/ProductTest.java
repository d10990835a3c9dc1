package io.daybook.command.catalog;

import static io.daybook.command.Fixtures.refusal;

import io.daybook.api.RejectionCode;
import io.daybook.api.catalog.Products;
import io.daybook.api.catalog.command.DescribeProduct;
import io.daybook.api.catalog.command.ProductFacts;
import io.daybook.api.catalog.command.RegisterProduct;
import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.command.Fixtures;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

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

    @Test
    void refusesToBeRegisteredAsSomethingElse() {
        product.given(Products.registered())
                .when(new RegisterProduct(Products.SKU, Products.NAME, false))
                .expectNoEvents()
                .expectException(refusal(RejectionCode.ID_TAKEN));
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
        product.given(new ProductRegistered(Products.SKU, Products.NAME, false), Products.withdrawn())
                .when(new DescribeProduct(Products.SKU))
                .expectNoEvents()
                .expectResultMessagePayload(new ProductFacts(false, true));
    }
}
