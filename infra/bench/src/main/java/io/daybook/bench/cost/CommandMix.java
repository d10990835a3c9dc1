package io.daybook.bench.cost;

import io.daybook.bench.gateway.Contender;
import io.daybook.bench.gateway.Workload;
import java.util.function.IntConsumer;

/** The commands that are counted: creations, and updates of one aggregate for each client. */
final class CommandMix {

    private static final int WARM_UP = 3_000;

    private final Contender contender;
    private final String[] own;

    CommandMix(Contender contender, int clients) {
        this.contender = contender;
        this.own = new String[clients];
        for (int client = 0; client < clients; client++) {
            own[client] = Workload.newSku();
            contender.create(client, own[client]);
        }
    }

    IntConsumer creations() {
        return client -> contender.create(client, Workload.newSku());
    }

    IntConsumer updates() {
        return client -> contender.update(client, own[client], Workload.newName());
    }

    void warmUp() {
        CostMeter.run(own.length, WARM_UP, creations());
        CostMeter.run(own.length, WARM_UP, updates());
    }
}
