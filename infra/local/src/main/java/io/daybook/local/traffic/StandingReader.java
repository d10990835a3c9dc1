package io.daybook.local.traffic;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Asks all services how far they have come. */
public final class StandingReader implements AutoCloseable {

    private final ServiceAnswers answers = new ServiceAnswers();
    private final Services services;

    public StandingReader(Services services) {
        this.services = services;
    }

    public Standing read() throws InterruptedException {
        Optional<Positions> command = positions(services.command());
        long head = command.map(Positions::head).orElse(Standing.UNKNOWN);
        return new Standing(
                head,
                behind(command, head),
                behind(positions(services.query()), head),
                behind(positions(services.analytics()), head));
    }

    private static long behind(Optional<Positions> positions, long head) {
        return positions.map(known -> known.behind(head)).orElse(Standing.UNKNOWN);
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
