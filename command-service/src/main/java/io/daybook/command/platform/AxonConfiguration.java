package io.daybook.command.platform;

import io.daybook.api.Command;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How Axon works here: commands on the caller's thread, without a transaction of their own, on cached aggregates. */
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {

    /** No database transaction spans a command: its events are appended in a shared one, and it writes nothing else. */
    @Bean
    CommandBus commandBus(
            DuplicateCommandHandlerResolver duplicates, org.axonframework.config.Configuration configuration) {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .duplicateCommandHandlerResolver(duplicates)
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        return bus;
    }

    @Bean
    CommandTargetResolver byAggregateId() {
        return new CommandTargetResolver() {
            @Override
            @SuppressWarnings("NullAway") // Axon takes a null version for "whatever it is"
            public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
                return new VersionedAggregateIdentifier((Object) ((Command) command.getPayload()).aggregateId(), null);
            }
        };
    }

    @Bean
    Cache aggregateCache(PlatformProperties properties) {
        return new AggregateCache(properties.cachedAggregates());
    }

    @Bean
    SnapshotTriggerDefinition longStreamSnapshots(Snapshotter snapshotter, PlatformProperties properties) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, properties.snapshotEvery());
    }

    /** Events carry on who acted, what led to it, and which command decided. */
    @Bean
    CorrelationDataProvider causes() {
        return AxonConfiguration::correlationData;
    }

    private static Map<String, ?> correlationData(Message<?> message) {
        if (!(message instanceof CommandMessage<?> command)) {
            return Map.of();
        }
        // called for each message that a command leads to, so it is made without Axon's copies of copies
        Map<String, Object> causes = HashMap.newHashMap(4);
        for (String key : Cause.KEYS) {
            Object value = command.getMetaData().get(key);
            if (value != null) {
                causes.put(key, value);
            }
        }
        causes.put(Cause.COMMAND, command.getPayloadType().getSimpleName());
        return causes;
    }
}
