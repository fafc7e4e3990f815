package org.safepassage.evidence.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MerklePropertiesTest {
    private static final int MAX = 200;
    private static final SampleTree TREE = SampleTree.ofSize(MAX);

    @Property(tries = MAX)
    void everyLeafOfEveryTreeIsProvedToBeInIt(@ForAll @IntRange(min = 1, max = MAX) int size) {
        Hash root = TREE.rootByDefinition(0, size);
        assertThat(TREE.root(size)).isEqualTo(root);
        for (int index = 0; index < size; index++) {
            List<Hash> path = MerkleTree.inclusion(index, size, TREE);
            assertThat(path).hasSizeLessThanOrEqualTo(8);
            assertThat(MerkleProofs.includes(TREE.leaf(index), index, size, path, root))
                    .isTrue();
        }
    }

    @Property(tries = MAX)
    void everyEarlierTreeIsProvedToBeTheBeginning(@ForAll @IntRange(min = 0, max = MAX) int newer) {
        for (int older = 0; older <= newer; older++) {
            List<Hash> proof = MerkleTree.consistency(older, newer, TREE);
            assertThat(MerkleProofs.extendsTree(older, TREE.root(older), newer, TREE.root(newer), proof))
                    .isTrue();
        }
    }

    @Property(tries = 300)
    void anyFlippedBitOfAPathBreaksAnInclusionProof(
            @ForAll @IntRange(min = 2, max = MAX) int size,
            @ForAll @IntRange(min = 0, max = MAX - 1) int leaf,
            @ForAll @IntRange(min = 0, max = 9999) int place) {
        int index = leaf % size;
        List<Hash> path = MerkleTree.inclusion(index, size, TREE);
        Hash root = TREE.root(size);

        assertThat(MerkleProofs.includes(TREE.leaf(index), index, size, flipped(path, place), root))
                .isFalse();
        assertThat(MerkleProofs.includes(flipped(TREE.leaf(index), place), index, size, path, root))
                .isFalse();
        assertThat(MerkleProofs.includes(TREE.leaf(index), index, size, path, flipped(root, place)))
                .isFalse();
    }

    @Property(tries = 300)
    void anyFlippedBitBreaksAConsistencyProof(
            @ForAll @IntRange(min = 2, max = MAX) int newer,
            @ForAll @IntRange(min = 1, max = MAX) int other,
            @ForAll @IntRange(min = 0, max = 9999) int place) {
        int older = 1 + other % (newer - 1);
        List<Hash> proof = MerkleTree.consistency(older, newer, TREE);
        Hash before = TREE.root(older);
        Hash after = TREE.root(newer);

        assertThat(MerkleProofs.extendsTree(older, before, newer, after, flipped(proof, place)))
                .isFalse();
        assertThat(MerkleProofs.extendsTree(older, flipped(before, place), newer, after, proof))
                .isFalse();
        assertThat(MerkleProofs.extendsTree(older, before, newer, flipped(after, place), proof))
                .isFalse();
    }

    @Property(tries = 300)
    void aProofForAnotherIndexOrSizeOrOfAnotherLengthFails(
            @ForAll @IntRange(min = 2, max = MAX) int size,
            @ForAll @IntRange(min = 0, max = MAX - 1) int leaf,
            @ForAll @IntRange(min = 0, max = MAX - 1) int otherLeaf) {
        int index = leaf % size;
        int other = otherLeaf % size;
        List<Hash> path = MerkleTree.inclusion(index, size, TREE);
        Hash root = TREE.root(size);
        List<Hash> longer = new ArrayList<>(path);
        longer.add(root);

        assertThat(MerkleProofs.includes(TREE.leaf(index), other, size, path, root))
                .isEqualTo(other == index);
        assertThat(MerkleProofs.includes(TREE.leaf(index), -1 - index, size, path, root))
                .isFalse();
        assertThat(MerkleProofs.includes(TREE.leaf(index), index, index, path, root))
                .isFalse();
        assertThat(MerkleProofs.includes(TREE.leaf(index), index, size, longer, root))
                .isFalse();
        assertThat(MerkleProofs.includes(TREE.leaf(index), index, size, path.subList(1, path.size()), root))
                .isFalse();
    }

    private static List<Hash> flipped(List<Hash> path, int place) {
        List<Hash> changed = new ArrayList<>(path);
        int at = place % path.size();
        changed.set(at, flipped(path.get(at), place / path.size()));
        return changed;
    }

    private static Hash flipped(Hash hash, int bit) {
        byte[] bytes = hash.bytes();
        bytes[bit / 8 % bytes.length] ^= (byte) (1 << (bit % 8));
        return Hash.of(bytes);
    }
}
