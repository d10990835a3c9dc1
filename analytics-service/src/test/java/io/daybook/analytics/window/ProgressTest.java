package io.daybook.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.analytics.window.kernel.Lateness;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final Progress progress = new Progress();

    @Test
    void knowsNoLowestWatermarkBeforeEveryPartitionWasHeardOf() {
        progress.reach(3, 50);
        progress.reach(0, 20);
        progress.reach(1, 30);

        assertThat(progress.lowestWatermark(4)).isEqualTo(Lateness.NO_WATERMARK);
        progress.reach(2, 10);
        assertThat(progress.lowestWatermark(4)).isEqualTo(10);
        assertThat(progress.highestWatermark()).isEqualTo(50);
    }

    @Test
    void neverGoesBack() {
        progress.reach(0, 20);
        progress.reach(0, 10);

        assertThat(progress.watermarkOf(0)).isEqualTo(20);
        assertThat(progress.watermarkOf(1)).isEqualTo(Lateness.NO_WATERMARK);
    }

    @Test
    void isReadBackAsItWasWritten() {
        progress.reach(7);
        progress.reach(2, -5);
        progress.countLate();
        progress.countLate();
        progress.countCorrected();
        progress.countDropped();

        Progress read = Progress.of(progress.bytes());

        assertThat(read.bytes()).isEqualTo(progress.bytes());
        assertThat(read.position()).isEqualTo(7);
        assertThat(read.watermarkOf(2)).isEqualTo(-5);
        assertThat(read.late()).isEqualTo(2);
        assertThat(read.corrected()).isEqualTo(1);
        assertThat(read.dropped()).isEqualTo(1);
    }
}
