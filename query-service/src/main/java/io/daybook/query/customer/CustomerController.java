package io.daybook.query.customer;

import io.daybook.api.Page;
import io.daybook.api.PageRequest;
import io.daybook.api.customer.query.CustomerDetailView;
import io.daybook.api.customer.query.CustomerStatus;
import io.daybook.api.customer.query.CustomerView;
import io.daybook.api.customer.query.FindCustomer;
import io.daybook.api.customer.query.FindCustomers;
import io.daybook.query.platform.Versions;
import io.daybook.query.platform.freshness.ReadsFrom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ReadsFrom("customer")
final class CustomerController {

    private final CustomerQueries customers;

    CustomerController(CustomerQueries customers) {
        this.customers = customers;
    }

    @GetMapping("/customers")
    Page<CustomerView> customers(
            @RequestParam(required = false) @Nullable CustomerStatus status,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return customers.handle(new FindCustomers(status, new PageRequest(limit, cursor)));
    }

    /** Not to be kept anywhere on its way: there it could not be erased. */
    @GetMapping("/customers/{customerId}")
    ResponseEntity<CustomerDetailView> customer(@PathVariable String customerId) {
        ResponseEntity<CustomerDetailView> tagged = Versions.tag(customers.handle(new FindCustomer(customerId)));
        return ResponseEntity.ok()
                .headers(tagged.getHeaders())
                .cacheControl(CacheControl.noStore())
                .body(tagged.getBody());
    }
}
