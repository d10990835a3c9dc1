package io.daybook.api;

import io.daybook.api.alert.event.AlertEvent;
import io.daybook.api.catalog.event.CatalogEvent;
import io.daybook.api.customer.event.CustomerEvent;
import io.daybook.api.operation.event.OperationEvent;
import io.daybook.api.order.event.OrderEvent;
import io.daybook.api.pricing.event.PricingEvent;
import io.daybook.api.stock.event.StockEvent;
import io.daybook.api.watch.event.WatchEvent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The registry of event types, read off the sealed interfaces: stored type name to record class. */
public final class EventTypes {

    private static final Map<String, Class<?>> BY_NAME = Stream.of(
                    CatalogEvent.class,
                    PricingEvent.class,
                    StockEvent.class,
                    OrderEvent.class,
                    CustomerEvent.class,
                    OperationEvent.class,
                    AlertEvent.class,
                    WatchEvent.class)
            .flatMap(context -> Arrays.stream(context.getPermittedSubclasses()))
            .collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));

    private EventTypes() {}

    /** The record class of a stored type name; empty for a type this version does not know. */
    public static Optional<Class<?>> find(String typeName) {
        return Optional.ofNullable(BY_NAME.get(typeName));
    }

    /** Every event type by its stored name. */
    public static Map<String, Class<?>> all() {
        return BY_NAME;
    }

    /** The revision in which events of a type are written, from 1. */
    public static int revision(Class<?> type) {
        Revision revision = type.getAnnotation(Revision.class);
        return revision == null ? 1 : revision.value();
    }

    /** How that revision is stored with an event: nothing for the first, else its digits. */
    public static @Nullable String storedRevision(Class<?> type) {
        int revision = revision(type);
        return revision == 1 ? null : Integer.toString(revision);
    }
}
