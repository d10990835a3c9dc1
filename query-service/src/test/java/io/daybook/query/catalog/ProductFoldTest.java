package io.daybook.query.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductRevised;
import io.daybook.api.catalog.event.ProductWithdrawn;
import io.daybook.api.catalog.query.ProductView;
import io.daybook.query.platform.model.MissingRow;
import org.junit.jupiter.api.Test;

class ProductFoldTest {

    private static final ProductView POSTAGE = new ProductView("POST", "POSTAGE", false, "Services", false, null);

    @Test
    void beginsWithTheRegistration() {
        assertThat(ProductFold.apply(null, new ProductRegistered("POST", "POSTAGE", false, "Services")))
                .isEqualTo(POSTAGE);
    }

    @Test
    void takesTheRevisedNameAndCategoryAndKeepsTheRest() {
        assertThat(ProductFold.apply(POSTAGE, new ProductRevised("POST", "CARRIAGE", null)))
                .isEqualTo(new ProductView("POST", "CARRIAGE", false, null, false, null));
    }

    @Test
    void isWithdrawnForAReason() {
        assertThat(ProductFold.apply(POSTAGE, new ProductWithdrawn("POST", "free now")))
                .isEqualTo(new ProductView("POST", "POSTAGE", false, "Services", true, "free now"));
    }

    @Test
    void refusesAChangeOfWhatWasNeverRegistered() {
        assertThatThrownBy(() -> ProductFold.apply(null, new ProductRevised("POST", "CARRIAGE", null)))
                .isInstanceOf(MissingRow.class);
    }
}
