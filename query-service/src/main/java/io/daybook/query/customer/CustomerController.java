package io.daybook.query.customer;

import io.daybook.api.customer.query.CustomerDetailView;
import io.daybook.api.customer.query.CustomerView;
import io.daybook.api.customer.query.FindCustomer;
import io.daybook.query.platform.Versions;
import io.daybook.query.platform.freshness.ReadsFrom;
import io.daybook.query.platform.list.Asked;
import io.daybook.query.platform.list.Listed;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ReadsFrom("customer")
final class CustomerController {

    private final CustomerQueries customers;

    CustomerController(CustomerQueries customers) {
        this.customers = customers;
    }

    @GetMapping("/customers")
    ResponseEntity<Listed<CustomerView>> customers(Asked asked) {
        return CustomerList.LIST.ask(asked).answer();
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
