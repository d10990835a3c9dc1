package io.daybook.analytics.platform;

import io.daybook.analytics.platform.Positions.ProcessorPosition;
import java.util.List;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;

/** The topologies of all contexts, run side by side; ready when each of them is. */
public final class Topologies implements SmartLifecycle, StreamsReadiness {

    private final List<StreamsRuntime> runtimes;
    private final Peers peers;
    private final OwnAddress own;

    Topologies(List<StreamsRuntime> runtimes, Peers peers, OwnAddress own) {
        this.runtimes = List.copyOf(runtimes);
        this.peers = peers;
        this.own = own;
    }

    /** The readiness of the topology of a name alone. */
    public StreamsReadiness readinessOf(String name) {
        return runtimeOf(name);
    }

    /** The topology of a name as all instances share it. */
    public SharedTopology shared(String name) {
        return shared(runtimeOf(name));
    }

    @Override
    public Optional<String> obstacle() {
        return runtimes.stream()
                .map(StreamsReadiness::obstacle)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** How far each has come in all instances; {@link NotReady} while one cannot tell, never a guess. */
    List<ProcessorPosition> positions() {
        return runtimes.stream().map(runtime -> positionOf(runtime).now()).toList();
    }

    /** What this instance has applied of the topology of a name. */
    TopologyPosition.AppliedPart applied(String name) {
        return positionOf(runtimeOf(name)).part();
    }

    private TopologyPosition positionOf(StreamsRuntime runtime) {
        return new TopologyPosition(runtime, shared(runtime));
    }

    private SharedTopology shared(StreamsRuntime runtime) {
        return new SharedTopology(runtime, peers, own);
    }

    private StreamsRuntime runtimeOf(String name) {
        return runtimes.stream()
                .filter(runtime -> runtime.name().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("There is no topology " + name));
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
