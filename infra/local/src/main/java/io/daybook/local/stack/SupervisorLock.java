package io.daybook.local.stack;

import io.daybook.local.LocalStackException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One supervisor per state folder. The lock ends with the process that holds it, however that ends. */
public final class SupervisorLock implements AutoCloseable {

    private final FileChannel channel;

    private SupervisorLock(FileChannel channel) {
        this.channel = channel;
    }

    static Optional<SupervisorLock> tryTake(StackFolder folder) {
        try {
            Files.createDirectories(folder.root());
            FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new SupervisorLock(channel));
        } catch (IOException e) {
            throw new LocalStackException("Cannot lock " + folder.lock() + ": " + e.getMessage(), e);
        }
    }

    /** Leaves the name of this process in the lock file, for those who want it to end. */
    void sign() {
        try {
            byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(pid), 0);
        } catch (IOException e) {
            throw new LocalStackException("Cannot write the supervisor's lock", e);
        }
    }

    /** The living supervisor; empty also in the moment before it has signed. */
    public static Optional<ProcessHandle> holder(StackFolder folder) {
        if (!isHeld(folder)) {
            return Optional.empty();
        }
        try {
            String pid = Files.readString(folder.lock()).strip();
            return pid.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
        } catch (IOException e) {
            throw new LocalStackException("Cannot read " + folder.lock() + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Whether a supervisor lives. */
    public static boolean isHeld(StackFolder folder) {
        if (!folder.exists()) {
            return false;
        }
        Optional<SupervisorLock> lock = tryTake(folder);
        lock.ifPresent(SupervisorLock::close);
        return lock.isEmpty();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LocalStackException("Cannot release the supervisor's lock", e);
        }
    }
}
