package io.daybook.query;

import io.daybook.testing.TestPostgres;
import io.daybook.vault.MasterKeys;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** To import in a test of the query service: the log it follows, and the vault it reads. */
@TestConfiguration(proxyBeanMethods = false)
class EventLogForTests {

    @Bean
    EventLog eventLog(TestPostgres postgres, @Qualifier("eventSerializer") Serializer serializer) {
        return new EventLog(postgres, serializer);
    }

    @Bean
    Sealing sealing(TestPostgres postgres, MasterKeys masters) {
        return new Sealing(postgres, masters);
    }
}
