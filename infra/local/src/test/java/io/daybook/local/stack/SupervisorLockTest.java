package io.daybook.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorLockTest {

    @TempDir
    private Path root;

    @Test
    void isHeldByOneAndNamesIt() {
        StackFolder folder = new StackFolder(root);
        try (SupervisorLock lock = SupervisorLock.tryTake(folder).orElseThrow()) {
            lock.sign();

            assertThat(SupervisorLock.tryTake(folder)).isEmpty();
            assertThat(SupervisorLock.holder(folder)).contains(ProcessHandle.current());
        }
        assertThat(SupervisorLock.isHeld(folder)).isFalse();
        assertThat(SupervisorLock.holder(folder)).isEmpty();
    }
}
