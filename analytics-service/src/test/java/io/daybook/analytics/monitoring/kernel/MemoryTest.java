package io.daybook.analytics.monitoring.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void readsBackEveryBit() {
        double[] odd = {-0.0, Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY, 0.1};
        byte[] state = Memory.write(memory -> {
            memory.keep(odd.clone());
            memory.keep(Long.MIN_VALUE);
            memory.keep("order:Ä");
        });

        Memory.read(state, memory -> {
            double[] read = new double[odd.length];
            memory.keep(read);
            assertThat(read).isEqualTo(odd);
            assertThat(memory.keep(0L)).isEqualTo(Long.MIN_VALUE);
            assertThat(memory.keep("")).isEqualTo("order:Ä");
        });
    }

    @Test
    void refusesAStateOfAnotherLength() {
        byte[] state = Memory.write(memory -> memory.keep(1L));

        assertThatIllegalArgumentException().isThrownBy(() -> Memory.read(state, memory -> {}));
        assertThatIllegalArgumentException().isThrownBy(() -> Memory.read(state, memory -> memory.keep(new double[2])));
    }
}
