package io.daybook.bench.gateway;

import io.daybook.command.platform.Cause;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;

/** The commands of a run: names of the length that products have, ids that follow one another like an order's. */
public final class Workload {

    /** A usual name of the Online Retail data. */
    static final String NAME = "WHITE HANGING HEART T-LIGHT HOLDER";

    private static final AtomicLong CREATED = new AtomicLong();
    private static final AtomicLong NAMED = new AtomicLong();

    private Workload() {}

    /** A SKU that nothing had before. */
    public static String newSku() {
        return "W" + (1_000_000_000L + CREATED.incrementAndGet());
    }

    /** Another name of that length. */
    public static String newName() {
        return "WHITE HANGING HEART T-LIGHT " + (1_000_000 + NAMED.incrementAndGet() % 1_000_000);
    }

    /** A request by REST has one of these, made from its correlation id. */
    static Cause cause() {
        String id = IdentifierFactory.getInstance().generateIdentifier();
        return new Cause("api", id, id);
    }
}
