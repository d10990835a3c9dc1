package io.daybook.command.deadline;

import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;

/** That no event that sets or ends a deadline is ever passed over. */
@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {

    @Autowired
    void neverPassOver(EventProcessingConfigurer processing) {
        processing.registerListenerInvocationErrorHandler(DeadlineBook.GROUP, _ -> PropagatingErrorHandler.instance());
    }
}
