package io.daybook.query.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.Scope;
import io.daybook.api.catalog.event.ProductRegistered;
import io.daybook.api.catalog.event.ProductRevised;
import io.daybook.query.QueryServiceScenario;
import io.daybook.testing.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ResponseCacheIT extends QueryServiceScenario {

    @Autowired
    private MeterRegistry meters;

    @Test
    void givesTheSameAgainUntilItChanges() {
        String sku = fresh("CACHED");
        happened("product:" + sku, new ProductRegistered(sku, "FIRST", true, null));
        Answer made = remembered("/products/" + sku);
        String other = fresh("OTHER");
        happened("product:" + other, new ProductRegistered(other, "OTHER", true, null));
        long head = log.head();

        Answer again = givenFromMemory("/products/" + sku, head);

        assertThat(again.response().body()).isEqualTo(made.response().body());
        assertThat(again.header("ETag")).isEqualTo(made.header("ETag"));
        assertThat(again.header("Content-Type")).isEqualTo(made.header("Content-Type"));
        assertThat(again.header("X-Content-Type-Options")).isEqualTo(made.header("X-Content-Type-Options"));
        assertThat(again.header("X-Correlation-Id")).isNotEqualTo(made.header("X-Correlation-Id"));
        assertThat(Long.parseLong(again.header("Event-Position"))).isGreaterThanOrEqualTo(head);

        log.append("product:" + sku, new ProductRevised(sku, "SECOND", null));
        assertThat(getWith("/products/" + sku, "Min-Position", Long.toString(log.head()))
                        .text("name"))
                .isEqualTo("SECOND");
        assertThat(get("/products/" + sku).text("name")).isEqualTo("SECOND");
    }

    @Test
    void aListIsMadeAnewWhenAnythingInItMayHaveChanged() {
        String sku = fresh("LISTED");
        happened("product:" + sku, new ProductRegistered(sku, "BEFORE " + sku, true, null));
        String list = "/products?limit=1&sku=" + sku;
        remembered(list);
        givenFromMemory(list, 0);

        String other = fresh("OTHER");
        happened("product:" + other, new ProductRegistered(other, "OTHER", true, null));
        double hits = hits();
        assertThat(getWith(list, "Min-Position", Long.toString(log.head())).status())
                .isEqualTo(200);
        assertThat(hits()).isEqualTo(hits);
    }

    @Test
    void givesItToNobodyElse() {
        String sku = fresh("SECRET");
        happened("product:" + sku, new ProductRegistered(sku, "SECRET", true, null));
        remembered("/products/" + sku);

        assertThat(send(HttpRequest.newBuilder(at("/products/" + sku)).build()).status())
                .isEqualTo(401);
        assertThat(send(HttpRequest.newBuilder(at("/products/" + sku))
                                .header("Authorization", "Bearer " + TestTokens.with(Scope.STOCK_READ))
                                .build())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatIsAskedOnConditionIsDecidedAnew() {
        String sku = fresh("TAGGED");
        happened("product:" + sku, new ProductRegistered(sku, "TAGGED", true, null));
        Answer made = remembered("/products/" + sku);

        assertThat(getWith("/products/" + sku, "If-None-Match", made.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(getWith("/products/" + sku, "As-Of", "1").status()).isNotEqualTo(200);
        assertThat(getWith("/products/" + sku, "Min-Position", "x").status()).isEqualTo(400);
    }

    @Test
    void forgetsEverythingWhenAnOperatorActs() {
        String sku = fresh("OPERATED");
        happened("product:" + sku, new ProductRegistered(sku, "OPERATED", true, null));
        remembered("/products/" + sku);
        assertThat(post("/models/product/entities/" + sku + "/repair", "", "to see what it forgets")
                        .status())
                .isEqualTo(200);
        awaitProjections();
        double hits = hits();

        getWith("/products/" + sku, "Min-Position", Long.toString(log.head()));

        assertThat(hits()).isEqualTo(hits);
    }

    private Answer remembered(String path) {
        Answer made = get(path);
        assertThat(made.status()).isEqualTo(200);
        return made;
    }

    /** In the end: what follows the log for the proof may be a moment behind. */
    private Answer givenFromMemory(String path, long position) {
        Answer[] given = new Answer[1];
        await().atMost(PATIENCE).until(() -> {
            double before = hits();
            given[0] = getWith(path, "Min-Position", Long.toString(position));
            return hits() > before;
        });
        return given[0];
    }

    private double hits() {
        return meters.counter("daybook.response.cache", "result", "hit").count();
    }
}
