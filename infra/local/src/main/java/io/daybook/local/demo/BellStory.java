package io.daybook.local.demo;

import io.daybook.local.traffic.Trade;
import io.daybook.local.traffic.TradeLine;
import java.time.LocalTime;
import java.util.List;

/** The product that sells out: twenty of twenty-five bells go to one customer, and the next asks for ten. */
final class BellStory {

    static final long BELLS = 25;

    private BellStory() {}

    static Trade orderThatGetsThem() {
        return order("S-BELL-1", "1007", 20, LocalTime.of(11, 30));
    }

    /** Cannot be met in full, so it is rejected, and the mug it also asks for is given free again. */
    static Trade orderThatIsRejected() {
        return order("S-BELL-2", "1042", 10, LocalTime.of(15, 45));
    }

    private static Trade order(String id, String customer, long bells, LocalTime time) {
        TradeLine line = new TradeLine(Assortment.BELL.sku(), bells, Assortment.BELL.price());
        Product mug = new Assortment()
                .goods().stream()
                        .filter(product -> product.sku().startsWith("MUG-"))
                        .findFirst()
                        .orElseThrow();
        return new Trade(
                id,
                customer,
                "United Kingdom",
                Calendar.at(Calendar.FIRST_DAY.plusDays(Calendar.DAYS - 2L), time),
                List.of(line, new TradeLine(mug.sku(), 1, mug.price())));
    }
}
