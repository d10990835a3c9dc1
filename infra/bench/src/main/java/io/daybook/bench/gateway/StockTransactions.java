package io.daybook.bench.gateway;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.interceptors.TransactionManagingInterceptor;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** A transaction of Spring around each command, as Axon's starter has it where a transaction manager is there. */
@Configuration(proxyBeanMethods = false)
class StockTransactions {

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    SmartInitializingSingleton transactionAroundCommand(CommandBus bus, TransactionManager transactions) {
        return () -> bus.registerHandlerInterceptor(new TransactionManagingInterceptor<>(transactions));
    }
}
