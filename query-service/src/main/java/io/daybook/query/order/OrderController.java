package io.daybook.query.order;

import io.daybook.api.Page;
import io.daybook.api.PageRequest;
import io.daybook.api.order.query.FindOrder;
import io.daybook.api.order.query.FindOrders;
import io.daybook.api.order.query.FindReturns;
import io.daybook.api.order.query.OrderDetailView;
import io.daybook.api.order.query.OrderStatus;
import io.daybook.api.order.query.OrderView;
import io.daybook.api.order.query.ReturnView;
import io.daybook.query.platform.Versions;
import io.daybook.query.platform.freshness.ReadsFrom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ReadsFrom("order")
final class OrderController {

    private final OrderQueries orders;
    private final ReturnQueries returns;

    OrderController(OrderQueries orders, ReturnQueries returns) {
        this.orders = orders;
        this.returns = returns;
    }

    @GetMapping("/orders")
    Page<OrderView> orders(
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return orders.handle(new FindOrders(status, customer, country, new PageRequest(limit, cursor)));
    }

    @GetMapping("/orders/{orderId}")
    ResponseEntity<OrderDetailView> order(@PathVariable String orderId) {
        return Versions.tag(orders.handle(new FindOrder(orderId)));
    }

    @GetMapping("/customers/{customerId}/orders")
    Page<OrderView> ordersOfCustomer(
            @PathVariable String customerId,
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return orders.handle(new FindOrders(status, customerId, null, new PageRequest(limit, cursor)));
    }

    @GetMapping("/returns")
    Page<ReturnView> returns(
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return returns.handle(new FindReturns(order, customer, country, new PageRequest(limit, cursor)));
    }
}
