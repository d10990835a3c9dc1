package io.daybook.schema.autoconfigure;

import io.daybook.schema.Upcasters;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Gives Axon the upcasters of the event types, and the revisions in which they are written. */
@AutoConfiguration(beforeName = "org.axonframework.springboot.autoconfig.AxonAutoConfiguration")
@ConditionalOnClass(EventUpcaster.class)
public class EventSchemaAutoConfiguration {

    @Bean
    EventUpcaster eventUpcaster() {
        return new UpcastersOfAxon(Upcasters.released());
    }

    @Bean
    @ConditionalOnMissingBean
    RevisionResolver revisionResolver() {
        return new EventRevisionResolver();
    }
}
