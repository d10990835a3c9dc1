package io.daybook.query.sales;

import io.daybook.api.sales.query.CountrySalesView;
import io.daybook.api.sales.query.DaySalesView;
import io.daybook.api.sales.query.FindProductSales;
import io.daybook.api.sales.query.FindSales;
import io.daybook.api.sales.query.MonthSalesView;
import io.daybook.api.sales.query.ProductSalesOrder;
import io.daybook.api.sales.query.ProductSalesView;
import io.daybook.api.sales.query.SalesSummaryView;
import io.daybook.api.sales.query.SalesView;
import io.daybook.query.platform.live.LiveHub;
import io.daybook.query.platform.freshness.Freshness;
import io.daybook.query.platform.freshness.ReadsFrom;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@ReadsFrom("sales")
@RequestMapping("/sales")
final class SalesController {

    private final SalesQueries sales;
    private final LiveHub hub;
    private final Freshness freshness;

    SalesController(SalesQueries sales, LiveHub hub, Freshness freshness) {
        this.sales = sales;
        this.hub = hub;
        this.freshness = freshness;
    }

    /** The filters that every question about sales takes. */
    @ModelAttribute
    FindSales filters(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String currency) {
        return new FindSales(from, until, country, customer, currency);
    }

    @GetMapping("/summary")
    SalesSummaryView summary(@ModelAttribute(binding = false) FindSales query) {
        return sales.summary(query);
    }

    /** The totals of the same filters as server-sent events, while something is booked. */
    @ReadsFrom({})
    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@ModelAttribute(binding = false) FindSales query) {
        SalesStream stream = new SalesStream(sales, freshness, query);
        hub.open(stream);
        return stream.emitter();
    }

    @GetMapping("/days")
    SalesView<DaySalesView> days(@ModelAttribute(binding = false) FindSales query) {
        return sales.days(query);
    }

    @GetMapping("/months")
    SalesView<MonthSalesView> months(@ModelAttribute(binding = false) FindSales query) {
        return sales.months(query);
    }

    @GetMapping("/countries")
    SalesView<CountrySalesView> countries(@ModelAttribute(binding = false) FindSales query) {
        return sales.countries(query);
    }

    @GetMapping("/products")
    SalesView<ProductSalesView> products(
            @ModelAttribute(binding = false) FindSales query,
            @RequestParam(defaultValue = "revenue") ProductSalesOrder sort,
            @RequestParam(defaultValue = "50") int limit) {
        return sales.handle(new FindProductSales(query, sort, limit));
    }
}
