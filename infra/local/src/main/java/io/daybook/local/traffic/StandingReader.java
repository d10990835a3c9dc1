package io.daybook.local.traffic;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Asks all services how far they have come. */
public final class StandingReader implements AutoCloseable {

    private final ServiceAnswers answers;
    private final Services services;

    public StandingReader(Services services) {
        this.services = services;
        this.answers = new ServiceAnswers(services.tokens());
    }

    /**
     * Asks the command-service first: when it has nothing left to publish, what the others say afterwards is of the
     * whole log. The analytics-service cannot know what has not been published yet, so that is added to its lag.
     */
    public Standing read() throws InterruptedException {
        Optional<Positions> command = positions(services.command());
        Optional<Positions> query = positions(services.query());
        Optional<Positions> analytics = positions(services.analytics());
        long unpublished = command.map(Positions::unpublished).orElse(0L);
        return new Standing(
                command.map(Positions::head).orElse(Standing.UNKNOWN),
                command.map(Positions::lag).orElse(Standing.UNKNOWN),
                query.map(Positions::lag).orElse(Standing.UNKNOWN),
                analytics.map(known -> known.lag() + unpublished).orElse(Standing.UNKNOWN));
    }

    private Optional<Positions> positions(URI service) throws InterruptedException {
        try {
            return Optional.of(answers.get(service, "/positions", Positions.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        answers.close();
    }
}
