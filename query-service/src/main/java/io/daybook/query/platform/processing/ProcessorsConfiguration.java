package io.daybook.query.platform.processing;

import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every processor is told here. */
@Configuration(proxyBeanMethods = false)
class ProcessorsConfiguration {

    /** One that is paused claims no segment, however it comes to be started. */
    @Bean
    ConfigurerModule pausedProcessorsClaimNothing(PausedProcessors paused) {
        return configurer -> configurer
                .eventProcessing()
                .registerPooledStreamingEventProcessorConfiguration((_, processor) -> processor.maxSegmentProvider(
                        name -> paused.find(name).isPresent() ? 0 : (int) Short.MAX_VALUE));
    }

    /** Counts what is handled: a processor that is slow is not one that stands still. */
    @Bean
    ConfigurerModule handledEventsAreCounted(Activity activity) {
        return configurer -> configurer.eventProcessing().registerDefaultHandlerInterceptor((_, name) -> {
            Runnable handled = activity.of(name);
            return (_, chain) -> {
                handled.run();
                return chain.proceed();
            };
        });
    }
}
