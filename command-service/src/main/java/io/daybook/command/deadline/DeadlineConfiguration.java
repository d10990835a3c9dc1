package io.daybook.command.deadline;

import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** That deadlines are watched, and that no event that sets or ends one is ever passed over. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DeadlineConfiguration {

    @Autowired
    void neverPassOver(EventProcessingConfigurer processing) {
        processing.registerListenerInvocationErrorHandler(DeadlineBook.GROUP, _ -> PropagatingErrorHandler.instance());
    }
}
