package io.daybook.e2e.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.core.ConditionTimeoutException;

/** Makes faults happen to a cluster, one after the other, and mends what does not mend itself. */
final class FaultMaker {

    /** A connection that appends and is idle, or clients that are all elsewhere, give nothing to cut. */
    private static final Duration SOMETHING_TO_CUT = Duration.ofSeconds(5);

    private final Cluster cluster;

    FaultMaker(Cluster cluster) {
        this.cluster = cluster;
    }

    void make(Fault fault) {
        LockSupport.parkNanos(fault.after().toNanos());
        Instance instance = cluster.instance(fault.instance());
        switch (fault.kind()) {
            case KILL_INSTANCE -> {
                instance.killNine();
                instance.launch();
                instance.awaitReady();
            }
            case KILL_POSTGRES -> {
                cluster.postgres().killNine();
                cluster.postgres().start();
            }
            case PAUSE_INSTANCE -> pause(instance.process(), fault.lasting());
            case PAUSE_POSTGRES -> pause(cluster.postgres().process().orElseThrow(), fault.lasting());
            case CUT_AFTER_COMMIT -> cut(instance.toDatabase());
            case SWALLOW_REPLY -> cut(instance.toClients());
        }
    }

    private static void pause(ProcessHandle process, Duration lasting) {
        try (Suspension _ = new Suspension(process)) {
            LockSupport.parkNanos(lasting.toNanos());
        }
    }

    private static void cut(CuttingProxy proxy) {
        proxy.arm();
        try {
            await().atMost(SOMETHING_TO_CUT).pollInterval(Duration.ofMillis(5)).until(() -> !proxy.isArmed());
        } catch (ConditionTimeoutException e) {
            proxy.disarm();
        }
    }
}
