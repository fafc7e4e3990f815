package org.safepassage.evidence.custody;

import java.util.Iterator;
import java.util.List;

/// What an outsider does with a proof: the verification algorithms of RFC 9162, 2.1.3.2 and 2.1.4.2, which fit the
/// hashes of RFC 6962. Pure functions; a proof of any shape is answered with true or false, never with an exception.
public final class MerkleProofs {
    private MerkleProofs() {}

    /// Whether the leaf with this hash stands at this index of the tree with this size and root.
    public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        Hash hash = leaf;
        for (Hash sibling : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = Hash.ofNode(sibling, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = Hash.ofNode(hash, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && hash.equals(root);
    }

    /// Whether the older tree is the beginning of the newer one, so that nothing in it was changed or removed.
    public static boolean extendsTree(long older, Hash olderRoot, long newer, Hash newerRoot, List<Hash> proof) {
        if (older < 0 || older > newer) {
            return false;
        }
        if (older == newer) {
            return proof.isEmpty() && olderRoot.equals(newerRoot);
        }
        if (older == 0) {
            return proof.isEmpty() && olderRoot.equals(Hash.ofNothing());
        }
        long fn = older - 1;
        long sn = newer - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        Iterator<Hash> parts = proof.iterator();
        // When the older tree is one complete subtree its root is left out of the proof: everybody has it.
        boolean complete = Long.bitCount(older) == 1;
        if (!complete && !parts.hasNext()) {
            return false;
        }
        Hash first = complete ? olderRoot : parts.next();
        Hash fr = first;
        Hash sr = first;
        while (parts.hasNext()) {
            Hash part = parts.next();
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = Hash.ofNode(part, fr);
                sr = Hash.ofNode(part, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = Hash.ofNode(sr, part);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && fr.equals(olderRoot) && sr.equals(newerRoot);
    }
}
