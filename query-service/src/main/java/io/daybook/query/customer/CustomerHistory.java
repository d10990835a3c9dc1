package io.daybook.query.customer;

import io.daybook.api.RejectionCode;
import io.daybook.query.platform.history.EntityKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What of this capability has a history. Once the key of a customer is destroyed, every version of it is that of an
 * erased one.
 */
@Configuration(proxyBeanMethods = false)
class CustomerHistory {

    @Bean
    EntityKind customerVersions(CustomerQueries customers) {
        return EntityKind.of(
                        "/customers/{key}",
                        RejectionCode.CUSTOMER_UNKNOWN,
                        CustomerRows.MODEL,
                        (customer, _) -> customers.view(customer))
                .personal();
    }
}
