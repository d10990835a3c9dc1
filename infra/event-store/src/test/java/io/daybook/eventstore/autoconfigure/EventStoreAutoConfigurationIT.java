package io.daybook.eventstore.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.eventstore.PostgresEventStorageEngine;
import io.daybook.eventstore.PostgresEventStore;
import io.daybook.eventstore.TimeOrderedIdentifiers;
import io.daybook.eventstore.autoconfigure.AccountApplication.Account;
import io.daybook.eventstore.autoconfigure.AccountApplication.Balances;
import io.daybook.eventstore.autoconfigure.AccountApplication.Deposit;
import io.daybook.eventstore.autoconfigure.AccountApplication.Deposited;
import io.daybook.eventstore.autoconfigure.AccountApplication.OpenAccount;
import io.daybook.testing.PostgresForTests;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** An Axon application of Boot that has the event store for no other reason than that it is on its class path. */
@SpringBootTest(
        classes = AccountApplication.class,
        properties = {
            "axon.serializer.general=jackson3",
            "axon.serializer.messages=jackson3",
            "axon.serializer.events=jackson3",
            "axon.update-check.disabled=true",
            "axon.eventhandling.processors.balances.mode=pooled",
            "axon.eventhandling.processors.balances.initial-segment-count=2",
            "daybook.event-store.poll-interval=1m",
            "spring.flyway.enabled=false"
        })
@Import(PostgresForTests.class)
@DirtiesContext
@Timeout(60)
class EventStoreAutoConfigurationIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private ApplicationContext application;

    @Autowired
    private CommandGateway commands;

    @Autowired
    private EventStore events;

    @Autowired
    private Balances balances;

    @Autowired
    private EventProcessingConfiguration processing;

    @Test
    void theBeansAreOurs() {
        assertThat(application.getBean(EventStorageEngine.class)).isInstanceOf(PostgresEventStorageEngine.class);
        assertThat(application.getBean(EventStore.class)).isInstanceOf(PostgresEventStore.class);
        assertThat(application.getBean(EventBus.class)).isSameAs(events);
        assertThat(application.getBean(TokenStore.class)).isInstanceOf(JdbcTokenStore.class);
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(TimeOrderedIdentifiers.class);
    }

    @Test
    void anAggregateIsStoredAndLoadedAgain() {
        commands.sendAndWait(new OpenAccount("account:round-trip"));
        commands.sendAndWait(new Deposit("account:round-trip", 5));
        commands.sendAndWait(new Deposit("account:round-trip", 7));

        assertThat(events.readEvents("account:round-trip").asStream().<Object>map(DomainEventMessage::getPayload))
                .endsWith(new Deposited("account:round-trip", 5, 5), new Deposited("account:round-trip", 7, 12));
        assertThat(events.readEvents("account:round-trip").asStream().map(DomainEventMessage::getType))
                .containsOnly(Account.class.getSimpleName());
        assertThatThrownBy(() -> commands.sendAndWait(new OpenAccount("account:round-trip")))
                .hasStackTraceContaining(AggregateStreamCreationException.class.getSimpleName());
    }

    @Test
    void aProcessorFollowsIsResetAndReplays() {
        commands.sendAndWait(new OpenAccount("account:replayed"));
        commands.sendAndWait(new Deposit("account:replayed", 5));
        commands.sendAndWait(new Deposit("account:replayed", 7));
        awaitBalance("account:replayed", 12);
        PooledStreamingEventProcessor processor = processing
                .eventProcessor("balances", PooledStreamingEventProcessor.class)
                .orElseThrow();

        for (int replay = 1; replay <= 2; replay++) {
            processor.shutDown();
            processor.resetTokens("because of replay " + replay);
            processor.start();
            awaitBalance("account:replayed", 12);
            // a replay token is read back from the store once more on every restart
            processor.shutDown();
            processor.start();
        }
        assertThat(balances.resets()).isEqualTo(2);
        commands.sendAndWait(new Deposit("account:replayed", 1));

        awaitBalance("account:replayed", 13);
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(processor.processingStatus())
                        .hasSize(2)
                        .allSatisfy((segment, status) -> {
                            assertThat(status.isErrorState()).isFalse();
                            assertThat(status.isReplaying()).isFalse();
                        }));
    }

    private void awaitBalance(String account, int expected) {
        // the poll interval is a minute: what comes sooner was pushed
        Awaitility.await().atMost(SOON).until(() -> balances.of(account) == expected);
    }
}
