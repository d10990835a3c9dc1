package io.daybook.command.platform;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.stereotype.Component;

/** Notes the version on which an aggregate decides, and refuses a command that was meant for another one. */
@Component
final class DecidingVersion implements HandlerEnhancerDefinition {

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        boolean decides = original.canHandleMessageType(CommandMessage.class)
                && original.declaringClass().isAnnotationPresent(Aggregate.class);
        return decides ? new Deciding<>(original) : original;
    }

    private static final class Deciding<T> extends WrappedMessageHandlingMember<T> {

        Deciding(MessageHandlingMember<T> handler) {
            super(handler);
        }

        @Override
        public Object handle(Message<?> message, T target) throws Exception {
            Decision decision = Decision.current();
            if (decision != null) {
                Long version = AggregateLifecycle.getVersion();
                decision.takenOn(version == null ? Decision.NO_VERSION : version);
                new VersionIsExpected(decision.terms().expectedVersion(), decision.version()).enforce();
            }
            return super.handle(message, target);
        }
    }
}
