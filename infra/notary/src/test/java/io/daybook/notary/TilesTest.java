package io.daybook.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TilesTest {

    private final Map<String, byte[]> kept = new HashMap<>();
    private final TreeHasher hasher = new TreeHasher();

    @Test
    void growsInBatchesOfAnySizeToTheSameTree() {
        Random random = new Random(7);
        CompactRange whole = new CompactRange();
        long size = 0;
        while (size < 70_000) {
            TileBuilder builder = new TileBuilder(size, this::kept);
            long until = size + 1 + random.nextInt(random.nextInt(20) == 0 ? 5_000 : 300);
            long before = size;
            byte[] rootBefore = whole.root();
            for (; size < until; size++) {
                byte[] leaf = leaf(size);
                builder.append(leaf);
                whole.append(leaf);
            }
            byte[] root = whole.root();
            assertThat(builder.size()).isEqualTo(size);
            assertThat(new Proofs(new TileNodes(builder)).root(size)).isEqualTo(root);
            for (Tile tile : builder.changed()) {
                kept.put(tile.level() + "/" + tile.index(), tile.hashes());
            }
            Proofs proofs = new Proofs(new TileNodes(this::kept));
            assertThat(proofs.root(size)).isEqualTo(root);
            assertThat(proofs.root(before)).isEqualTo(rootBefore);
            long leaf = random.nextLong(size);
            assertThat(ProofCheck.inclusion(leaf, size, leaf(leaf), proofs.inclusion(leaf, size), root))
                    .isTrue();
            if (before > 0) {
                assertThat(ProofCheck.consistency(before, rootBefore, size, root, proofs.consistency(before, size)))
                        .isTrue();
            }
        }
        assertThat(kept).containsKeys("0/273", "1/1", "2/0");
        assertThat(kept.get("2/0")).hasSize(32);
    }

    @Test
    void changesNothingWhereNothingIsAdded() {
        assertThat(new TileBuilder(0, this::kept).changed()).isEmpty();
    }

    @Test
    void doesNotGrowWhatIsNotThere() {
        assertThatIllegalStateException().isThrownBy(() -> new TileBuilder(3, this::kept));
        assertThatIllegalStateException()
                .isThrownBy(() -> new Proofs(new TileNodes(this::kept)).root(3))
                .withMessageContaining("no node");
    }

    @Test
    void readsATileOnce() {
        TileBuilder builder = new TileBuilder(0, this::kept);
        for (int i = 0; i < 256; i++) {
            builder.append(leaf(i));
        }
        int[] reads = new int[1];
        Proofs proofs = new Proofs(new TileNodes((level, index) -> {
            reads[0]++;
            return builder.hashes(level, index);
        }));

        proofs.inclusion(100, 255);

        assertThat(reads[0]).isEqualTo(1);
    }

    private byte[] kept(int level, long index) {
        return kept.getOrDefault(level + "/" + index, new byte[0]);
    }

    private byte[] leaf(long number) {
        return hasher.leaf(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }
}
