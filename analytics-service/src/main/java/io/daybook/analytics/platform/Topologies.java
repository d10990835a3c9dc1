package io.daybook.analytics.platform;

import io.daybook.analytics.platform.Positions.ProcessorPosition;
import java.util.List;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;

/** The topologies of all contexts, run side by side; ready when each of them is. */
public final class Topologies implements SmartLifecycle, StreamsReadiness {

    private final List<StreamsRuntime> runtimes;

    Topologies(List<StreamsRuntime> runtimes) {
        this.runtimes = List.copyOf(runtimes);
    }

    /** The readiness of the topology of a name alone. */
    public StreamsReadiness readinessOf(String name) {
        return runtimes.stream()
                .filter(runtime -> runtime.name().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("There is no topology " + name));
    }

    @Override
    public Optional<String> obstacle() {
        return runtimes.stream()
                .map(StreamsReadiness::obstacle)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** How far each has come; {@link NotReady} while one cannot tell, never a guess. */
    List<ProcessorPosition> positions() {
        return runtimes.stream().map(StreamsRuntime::position).toList();
    }

    @Override
    public void start() {
        runtimes.forEach(StreamsRuntime::start);
    }

    @Override
    public boolean isRunning() {
        return runtimes.stream().anyMatch(StreamsRuntime::isRunning);
    }

    @Override
    public void stop() {
        runtimes.forEach(StreamsRuntime::stop);
        try {
            for (StreamsRuntime runtime : runtimes) {
                runtime.awaitStop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
