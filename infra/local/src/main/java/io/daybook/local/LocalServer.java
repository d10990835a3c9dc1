package io.daybook.local;

import java.util.Optional;

/** A server process of this machine that somebody owns: PostgreSQL, Kafka, or a service. */
public interface LocalServer {

    /** Starts the server and returns when it is ready; first stops one that a killed owner left running. */
    void start();

    /** Ends the server in order. */
    void stop();

    /** Stops a server that a killed owner left running; does nothing where there is none. */
    void stopLeftover();

    /** The server's process, from the moment it is launched until it is stopped. */
    Optional<ProcessHandle> process();
}
