package io.daybook.eventstore.autoconfigure;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;

/** As little of an Axon application as has an aggregate and a projection. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({AccountApplication.Account.class, AccountApplication.Balances.class})
class AccountApplication {

    record OpenAccount(@TargetAggregateIdentifier String account) {}

    record Deposit(@TargetAggregateIdentifier String account, int amount) {}

    record Opened(String account) {}

    record Deposited(String account, int amount, int balance) {}

    @Bean
    InitializingBean tokenTable(TokenStore tokens) {
        return () -> ((JdbcTokenStore) tokens).createSchema(PostgresTokenTableFactory.INSTANCE);
    }

    @Aggregate
    static class Account {

        @AggregateIdentifier
        private String account;

        private int balance;

        @SuppressWarnings("NullAway.Init") // Axon makes an empty one and sources it
        Account() {}

        @CommandHandler
        @SuppressWarnings("NullAway.Init")
        Account(OpenAccount command) {
            apply(new Opened(command.account()));
        }

        @CommandHandler
        void decide(Deposit command) {
            apply(new Deposited(account, command.amount(), balance + command.amount()));
        }

        @EventSourcingHandler
        void on(Opened event) {
            account = event.account();
        }

        @EventSourcingHandler
        void on(Deposited event) {
            balance = event.balance();
        }
    }

    @Component
    @ProcessingGroup("balances")
    static class Balances {

        private final Map<String, Integer> sums = new ConcurrentHashMap<>();
        private final AtomicInteger resets = new AtomicInteger();

        int of(String account) {
            return sums.getOrDefault(account, 0);
        }

        int resets() {
            return resets.get();
        }

        @EventHandler
        void on(Deposited event) {
            sums.merge(event.account(), event.amount(), Integer::sum);
        }

        @ResetHandler
        void reset() {
            sums.clear();
            resets.incrementAndGet();
        }
    }
}
