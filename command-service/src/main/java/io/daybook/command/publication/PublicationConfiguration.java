package io.daybook.command.publication;

import io.daybook.api.Topics;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/** The topic of events, and that no event is ever passed over. */
@Configuration(proxyBeanMethods = false)
class PublicationConfiguration {

    /** In bytes, as the producer's {@code max.request.size}. */
    private static final String LARGEST_EVENT = "8388608";

    /** Kept for ever: retention goes by record time, and what is published can be old. */
    @Bean
    NewTopic eventsTopic(PublicationProperties properties) {
        return TopicBuilder.name(Topics.EVENTS)
                .partitions(properties.partitions())
                .replicas(properties.replicas())
                .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, LARGEST_EVENT)
                .build();
    }

    @Autowired
    void neverPassOver(EventProcessingConfigurer processing) {
        processing.registerListenerInvocationErrorHandler(
                EventPublication.GROUP, _ -> PropagatingErrorHandler.instance());
    }

    /** How the topic of events is made; its partitions are fixed with the first event. */
    @ConfigurationProperties("daybook.publication")
    record PublicationProperties(
            @DefaultValue("4") int partitions,
            @DefaultValue("1") int replicas) {}
}
