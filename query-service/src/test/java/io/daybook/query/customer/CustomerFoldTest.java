package io.daybook.query.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.customer.ErasureReason;
import io.daybook.api.customer.SealedData;
import io.daybook.api.customer.event.CustomerErased;
import io.daybook.api.customer.event.CustomerEvent;
import io.daybook.api.customer.event.CustomerRegistered;
import io.daybook.api.customer.event.CustomerRevised;
import io.daybook.api.customer.query.CustomerStatus;
import io.daybook.api.customer.query.CustomerView;
import io.daybook.query.platform.model.MissingRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CustomerFoldTest {

    private static final Instant THEN = Instant.parse("2010-12-01T08:26:00Z");
    private static final Instant LATER = THEN.plusSeconds(60);
    private static final Instant LAST = LATER.plusSeconds(60);

    private final SealedCustomer registered =
            CustomerFold.apply(null, new CustomerRegistered("C-1", sealed("first"), THEN));

    @Test
    void isActiveWithWhatWasSealedLast() {
        SealedCustomer revised = CustomerFold.apply(registered, new CustomerRevised("C-1", sealed("later"), LATER));

        assertThat(registered)
                .isEqualTo(new SealedCustomer(
                        new CustomerView("C-1", CustomerStatus.ACTIVE, THEN, null, null, null),
                        sealed("first"),
                        "CustomerRegistered"));
        assertThat(revised)
                .isEqualTo(new SealedCustomer(
                        new CustomerView("C-1", CustomerStatus.ACTIVE, THEN, LATER, null, null),
                        sealed("later"),
                        "CustomerRevised"));
    }

    @Test
    void hasNothingSealedOnceErased() {
        SealedCustomer revised = CustomerFold.apply(registered, new CustomerRevised("C-1", sealed("later"), LATER));

        assertThat(CustomerFold.apply(revised, new CustomerErased("C-1", "RETENTION_ENDED", LAST)))
                .isEqualTo(new SealedCustomer(
                        new CustomerView(
                                "C-1", CustomerStatus.ERASED, THEN, LATER, LAST, ErasureReason.RETENTION_ENDED),
                        null,
                        null));
    }

    static Stream<CustomerEvent> continuations() {
        return Stream.of(
                new CustomerRevised("C-1", sealed("later"), LATER), new CustomerErased("C-1", "RETENTION_ENDED", LAST));
    }

    @ParameterizedTest
    @MethodSource("continuations")
    void refusesToBeginWithAnythingButARegistration(CustomerEvent event) {
        assertThatThrownBy(() -> CustomerFold.apply(null, event)).isInstanceOf(MissingRow.class);
    }

    private static SealedData sealed(String content) {
        String some = Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
        return new SealedData(1, "A".repeat(16), some, "B".repeat(42) + "A=");
    }
}
