package io.daybook.local.stack;

import io.daybook.local.Folders;
import io.daybook.local.LocalStackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where everything of one stack lives. */
public record StackFolder(Path root) {

    public StackFolder {
        root = root.toAbsolutePath().normalize();
    }

    public Path log(StackProcess process) {
        return log(process.title());
    }

    public Path supervisorLog() {
        return log("supervisor");
    }

    public boolean exists() {
        return Files.isDirectory(root);
    }

    /** Where the authorization server keeps its key and the clients' secrets. */
    public Path secrets() {
        return data(StackProcess.AUTHORIZATION);
    }

    Path data(StackProcess process) {
        return root.resolve("data").resolve(process.title());
    }

    Path programs() {
        return root.resolve("programs");
    }

    Path state() {
        return root.resolve("stack.json");
    }

    Path masterKeys() {
        return root.resolve("secrets").resolve("customer-master-keys");
    }

    Path lock() {
        return root.resolve("supervisor.lock");
    }

    Path pid(StackProcess process) {
        return root.resolve("run").resolve(process.title() + ".pid");
    }

    Path notaryKey() {
        return root.resolve("secrets").resolve("notary-key.pem");
    }

    /** The public key of the notary, for whoever verifies. */
    public Path notaryVerifier() {
        return root.resolve("data").resolve("notary.vkey");
    }

    /** Where the notary's checkpoints are kept apart from the database. */
    Path checkpoints() {
        return root.resolve("data").resolve("checkpoints");
    }

    Path quoteSecret() {
        return root.resolve("data").resolve("quote-secret");
    }

    /** Whether the schema of the events and their topic exist. */
    boolean hasLog() {
        return Files.exists(logMarker());
    }

    void rememberLog() {
        try {
            Files.writeString(
                    logMarker(), "The command service has created the schema of the events and their topic.\n");
        } catch (IOException e) {
            throw new LocalStackException("Cannot write " + logMarker(), e);
        }
    }

    private Path logMarker() {
        return root.resolve("data").resolve("log-exists");
    }

    private Path log(String name) {
        return root.resolve("logs").resolve(name + ".log");
    }

    /** Deletes what the stack has made, and only that: the folder may be a place the user keeps other things in. */
    public void deleteContents() {
        List.of("data", "logs", "programs", "run", "secrets").forEach(name -> Folders.delete(root.resolve(name)));
        try {
            Files.deleteIfExists(state());
            Files.deleteIfExists(lock());
        } catch (IOException e) {
            throw new LocalStackException("Cannot delete the stack's files in " + root + ": " + e.getMessage(), e);
        }
    }
}
