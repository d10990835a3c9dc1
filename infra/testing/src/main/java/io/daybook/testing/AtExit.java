package io.daybook.testing;

/** What is to be cleared up when the JVM ends. */
final class AtExit {

    private AtExit() {}

    static void run(Runnable clearing) {
        Runtime.getRuntime().addShutdownHook(new Thread(clearing, "test-clearing"));
    }
}
