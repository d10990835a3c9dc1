package io.daybook.query.order;

import io.daybook.api.order.query.FindOrder;
import io.daybook.api.order.query.OrderDetailView;
import io.daybook.api.order.query.OrderView;
import io.daybook.api.order.query.ReturnView;
import io.daybook.query.platform.Shown;
import io.daybook.query.platform.Versions;
import io.daybook.query.platform.cache.CacheWhileUnchanged;
import io.daybook.query.platform.cache.ResponseCapture;
import io.daybook.query.platform.freshness.ReadsFrom;
import io.daybook.query.platform.list.Asked;
import io.daybook.query.platform.list.Condition;
import io.daybook.query.platform.list.Listed;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ReadsFrom("order")
final class OrderController {

    private final OrderQueries orders;

    OrderController(OrderQueries orders) {
        this.orders = orders;
    }

    @GetMapping("/orders")
    @CacheWhileUnchanged
    ResponseEntity<Listed<OrderView>> orders(Asked asked) {
        return OrderList.ALL.ask(asked).answer();
    }

    @GetMapping("/orders/{orderId}")
    @CacheWhileUnchanged(aggregate = "order:{orderId}")
    ResponseEntity<OrderDetailView> order(@PathVariable String orderId, HttpServletRequest request) {
        Shown<OrderDetailView> order = orders.handle(new FindOrder(orderId));
        Instant due = order.view().fulfilment().due();
        if (due != null && !order.view().overdue()) {
            ResponseCapture.until(request, due);
        }
        return Versions.tag(order);
    }

    @GetMapping("/customers/{customerId}/orders")
    ResponseEntity<Listed<OrderView>> ordersOfCustomer(@PathVariable String customerId, Asked asked) {
        return OrderList.OF_A_CUSTOMER
                .ask(asked, new Condition("customer_id = :ofCustomer", Map.of("ofCustomer", customerId)))
                .answer();
    }

    @GetMapping("/returns")
    ResponseEntity<Listed<ReturnView>> returns(Asked asked) {
        return ReturnList.LIST.ask(asked).answer();
    }
}
