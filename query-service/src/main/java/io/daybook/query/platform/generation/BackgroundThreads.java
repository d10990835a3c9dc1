package io.daybook.query.platform.generation;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that take the processor when nobody else wants it: on Linux with the weakest claim there is (a nice value of
 * 19), which a thread may always give itself; elsewhere threads like any other.
 */
public final class BackgroundThreads implements ThreadFactory {

    private static final Logger logger = LoggerFactory.getLogger(BackgroundThreads.class);
    private static final int OF_A_THREAD = 0;
    private static final int THIS_THREAD = 0;
    private static final int NICEST = 19;
    private static final Optional<MethodHandle> SET_PRIORITY = setPriority();

    private final String name;
    private final AtomicInteger made = new AtomicInteger();

    /** Threads with a name and a number. */
    public BackgroundThreads(String name) {
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable task) {
        return Thread.ofPlatform().name(name + made.getAndIncrement()).daemon().unstarted(() -> {
            SET_PRIORITY.ifPresent(BackgroundThreads::standBack);
            task.run();
        });
    }

    /**
     * {@code int setpriority(int which, id_t who, int value)}; that it is of one thread and not of the process is
     * Linux's own.
     */
    @SuppressWarnings("restricted") // it is the system's own function, with its own types
    private static Optional<MethodHandle> setPriority() {
        if (!System.getProperty("os.name").startsWith("Linux")) {
            return Optional.empty();
        }
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> function = linker.defaultLookup().find("setpriority");
        return function.map(address ->
                linker.downcallHandle(address, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT)));
    }

    private static void standBack(MethodHandle setPriority) {
        try {
            int failed = (int) setPriority.invokeExact(OF_A_THREAD, THIS_THREAD, NICEST);
            if (failed != 0) {
                logger.debug("A thread could not be given a lower priority");
            }
        } catch (Throwable e) { // as a method handle is declared; it throws nothing
            throw new IllegalStateException("A thread's priority could not be set", e);
        }
    }
}
