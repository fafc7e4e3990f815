package org.safepassage.evidence.custody;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A tree in memory that grows leaf by leaf, and the tree hash written down as RFC 6962, 2.1 defines it, to compare.
final class SampleTree implements MerkleTree.Source<RuntimeException> {
    private final List<byte[]> leaves = new ArrayList<>();

    SampleTree(List<byte[]> leaves) {
        this.leaves.addAll(leaves);
    }

    static SampleTree ofSize(int size) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(new byte[] {(byte) i, (byte) (i >> 8)});
        }
        return new SampleTree(leaves);
    }

    Hash leaf(long index) {
        return Hash.ofLeaf(leaves.get((int) index));
    }

    Hash root(long size) {
        return MerkleTree.root(size, this);
    }

    Hash rootByDefinition(int from, int to) {
        if (from == to) {
            return Hash.ofNothing();
        }
        if (to - from == 1) {
            return leaf(from);
        }
        int k = 1;
        while (k * 2 < to - from) {
            k *= 2;
        }
        return Hash.ofNode(rootByDefinition(from, from + k), rootByDefinition(from + k, to));
    }

    @Override
    public Map<MerkleTree.Node, Hash> hashes(Set<MerkleTree.Node> nodes) {
        Map<MerkleTree.Node, Hash> hashes = new HashMap<>();
        for (MerkleTree.Node node : nodes) {
            int width = 1 << node.height();
            int from = (int) node.index() * width;
            hashes.put(node, rootByDefinition(from, from + width));
        }
        return hashes;
    }
}
