package io.daybook.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTest {

    private static final int SIZES = 70;

    /** The leaves and roots that the implementations of Certificate Transparency test themselves with. */
    private static final List<String> INPUTS =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private final TreeHasher hasher = new TreeHasher();

    @Test
    void hasTheRootsOfTheKnownVectors() {
        List<byte[]> leaves = INPUTS.stream()
                .map(input -> hasher.leaf(HexFormat.of().parseHex(input)))
                .toList();
        CompactRange range = new CompactRange();
        assertThat(hex(range.root())).isEqualTo(ROOTS.getFirst());
        for (int size = 1; size <= leaves.size(); size++) {
            range.append(leaves.get(size - 1));
            assertThat(hex(range.root())).isEqualTo(ROOTS.get(size));
            assertThat(hex(new Naive(leaves).root(0, size))).isEqualTo(ROOTS.get(size));
            assertThat(hex(proofs(leaves).root(size))).isEqualTo(ROOTS.get(size));
        }
    }

    @Test
    void hasTheInclusionProofOfTheKnownVectors() {
        List<byte[]> leaves = INPUTS.stream()
                .map(input -> hasher.leaf(HexFormat.of().parseHex(input)))
                .toList();

        assertThat(proofs(leaves).inclusion(5, 8).stream().map(MerkleTest::hex))
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    @Test
    void makesTheProofsThatTheDefinitionsSay() {
        List<byte[]> leaves = leaves(SIZES);
        Naive naive = new Naive(leaves);
        Proofs proofs = proofs(leaves);
        for (int size = 1; size <= SIZES; size++) {
            byte[] root = naive.root(0, size);
            for (int leaf = 0; leaf < size; leaf++) {
                List<byte[]> proof = proofs.inclusion(leaf, size);
                assertThat(proof).containsExactlyElementsOf(naive.path(leaf, 0, size));
                assertThat(ProofCheck.inclusion(leaf, size, leaves.get(leaf), proof, root))
                        .isTrue();
            }
            for (int from = 1; from <= size; from++) {
                List<byte[]> proof = proofs.consistency(from, size);
                assertThat(proof).containsExactlyElementsOf(naive.subProof(from, 0, size, true));
                assertThat(ProofCheck.consistency(from, naive.root(0, from), size, root, proof))
                        .isTrue();
            }
        }
    }

    @Test
    void refusesEveryProofThatIsNotTheOne() {
        List<byte[]> leaves = leaves(SIZES);
        Naive naive = new Naive(leaves);
        Proofs proofs = proofs(leaves);
        Random random = new Random(20_261_126);
        for (int round = 0; round < 3_000; round++) {
            int size = 2 + random.nextInt(SIZES - 1);
            int leaf = random.nextInt(size);
            int from = 1 + random.nextInt(size - 1);
            byte[] root = naive.root(0, size);

            List<byte[]> inclusion = altered(proofs.inclusion(leaf, size), random);
            assertThat(ProofCheck.inclusion(leaf, size, leaves.get(leaf), inclusion, root))
                    .as("leaf %d of %d", leaf, size)
                    .isFalse();
            List<byte[]> consistency = altered(proofs.consistency(from, size), random);
            assertThat(ProofCheck.consistency(from, naive.root(0, from), size, root, consistency))
                    .as("from %d to %d", from, size)
                    .isFalse();
            assertThat(ProofCheck.inclusion(
                            leaf, size, hasher.leaf(leaves.get(leaf)), proofs.inclusion(leaf, size), root))
                    .isFalse();
            assertThat(ProofCheck.consistency(from, hasher.leaf(root), size, root, proofs.consistency(from, size)))
                    .isFalse();
        }
    }

    @Test
    void provesNothingThatIsNotInTheTree() {
        Proofs proofs = proofs(leaves(3));

        assertThatIllegalArgumentException().isThrownBy(() -> proofs.inclusion(3, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> proofs.inclusion(-1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> proofs.consistency(0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> proofs.consistency(3, 2));
        assertThat(ProofCheck.inclusion(3, 3, new byte[32], List.of(), new byte[32]))
                .isFalse();
        assertThat(ProofCheck.consistency(0, new byte[32], 3, new byte[32], List.of()))
                .isFalse();
    }

    private static List<byte[]> altered(List<byte[]> proof, Random random) {
        List<byte[]> altered = new ArrayList<>(proof);
        int place = random.nextInt(altered.size());
        switch (random.nextInt(3)) {
            case 0 -> altered.remove(place);
            case 1 -> altered.add(place, altered.get(place).clone());
            default -> {
                byte[] hash = altered.get(place).clone();
                hash[random.nextInt(hash.length)] ^= (byte) (1 << random.nextInt(8));
                altered.set(place, hash);
            }
        }
        return altered;
    }

    private List<byte[]> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> hasher.leaf(new byte[] {(byte) i}))
                .toList();
    }

    private static Proofs proofs(List<byte[]> leaves) {
        return new Proofs((level, index) -> {
            int begin = (int) index << level;
            return new Naive(leaves).root(begin, begin + (1 << level));
        });
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    /** The tree and its proofs as RFC 9162 defines them, over the hashes of leaves. */
    private record Naive(List<byte[]> leaves) {

        byte[] root(int begin, int end) {
            TreeHasher hasher = new TreeHasher();
            int count = end - begin;
            if (count < 2) {
                return count == 0 ? hasher.empty() : leaves.get(begin);
            }
            return hasher.node(root(begin, begin + split(count)), root(begin + split(count), end));
        }

        List<byte[]> path(int leaf, int begin, int end) {
            if (end - begin == 1) {
                return List.of();
            }
            int split = begin + split(end - begin);
            boolean left = leaf < split;
            List<byte[]> path = new ArrayList<>(left ? path(leaf, begin, split) : path(leaf, split, end));
            path.add(left ? root(split, end) : root(begin, split));
            return path;
        }

        List<byte[]> subProof(int from, int begin, int end, boolean whole) {
            if (from == end - begin) {
                return whole ? List.of() : List.of(root(begin, end));
            }
            int split = split(end - begin);
            boolean left = from <= split;
            List<byte[]> proof = new ArrayList<>(
                    left
                            ? subProof(from, begin, begin + split, whole)
                            : subProof(from - split, begin + split, end, false));
            proof.add(left ? root(begin + split, end) : root(begin, begin + split));
            return proof;
        }

        private static int split(int count) {
            int split = 1;
            while (split * 2 < count) {
                split *= 2;
            }
            return split;
        }
    }
}
