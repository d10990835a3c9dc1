package io.daybook.command;

import io.daybook.api.Command;
import io.daybook.api.RejectionCode;
import io.daybook.command.platform.Rejected;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;

/** Given-when-then for aggregates whose commands name their aggregate by {@link Command#aggregateId()}. */
public final class Fixtures {

    private Fixtures() {}

    public static <T> FixtureConfiguration<T> of(Class<T> aggregate) {
        return new AggregateTestFixture<>(aggregate).registerCommandTargetResolver(byAggregateId());
    }

    public static CommandTargetResolver byAggregateId() {
        return command ->
                new VersionedAggregateIdentifier((Object) ((Command) command.getPayload()).aggregateId(), null);
    }

    public static Matcher<Throwable> refusal(RejectionCode code) {
        return new CustomTypeSafeMatcher<>("a refusal with " + code) {
            @Override
            protected boolean matchesSafely(Throwable failure) {
                return failure instanceof Rejected rejected && rejected.code() == code;
            }
        };
    }
}
