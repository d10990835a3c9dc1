package io.daybook.query.sales;

import io.daybook.api.sales.query.SalesRowView;
import io.daybook.api.sales.query.SalesSummaryView;
import io.daybook.query.platform.freshness.Freshness;
import io.daybook.query.platform.freshness.ReadsFrom;
import io.daybook.query.platform.list.Asked;
import io.daybook.query.platform.list.Listed;
import io.daybook.query.platform.live.LiveHub;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Figures of the sales book: by one or two dimensions that the caller names, and those that are asked for most under
 * names.
 */
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

    @GetMapping("/summary")
    SalesSummaryView summary(Asked asked) {
        return sales.summary(asked);
    }

    @GetMapping
    ResponseEntity<Listed<SalesRowView>> by(Asked asked) {
        return sales.by(SalesDimension.read(asked.one("by")), asked).answer();
    }

    /** The totals of the same filters as server-sent events, while something is booked. */
    @ReadsFrom({})
    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(Asked asked) {
        SalesStream stream = new SalesStream(sales, freshness, sales.filters(asked));
        hub.open(stream);
        return stream.emitter();
    }

    @GetMapping("/days")
    ResponseEntity<Listed<SalesRowView>> days(Asked asked) {
        return whole(SalesDimension.DAY, asked);
    }

    @GetMapping("/weeks")
    ResponseEntity<Listed<SalesRowView>> weeks(Asked asked) {
        return whole(SalesDimension.WEEK, asked);
    }

    @GetMapping("/months")
    ResponseEntity<Listed<SalesRowView>> months(Asked asked) {
        return whole(SalesDimension.MONTH, asked);
    }

    @GetMapping("/countries")
    ResponseEntity<Listed<SalesRowView>> countries(Asked asked) {
        return whole(SalesDimension.COUNTRY, asked);
    }

    @GetMapping("/categories")
    ResponseEntity<Listed<SalesRowView>> categories(Asked asked) {
        return whole(SalesDimension.CATEGORY, asked);
    }

    @GetMapping("/products")
    ResponseEntity<Listed<SalesRowView>> products(Asked asked) {
        return sales.by(List.of(SalesDimension.PRODUCT), asked).answer();
    }

    @GetMapping("/customers")
    ResponseEntity<Listed<SalesRowView>> customers(Asked asked) {
        return sales.by(List.of(SalesDimension.CUSTOMER), asked).answer();
    }

    /** Of days and the like there are so few that nobody expects pages. */
    private ResponseEntity<Listed<SalesRowView>> whole(SalesDimension dimension, Asked asked) {
        return sales.by(List.of(dimension), asked.withUsualLimit(SalesList.MOST))
                .answer();
    }
}
